package no.innvei.web.dates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import no.innvei.web.text.RequestLanguage;

/** Dates for the tags, as {@code #{dates.…}}. */
@Named("dates")
@ApplicationScoped
public class Dates {

    @Inject
    private Clock clock;

    /** @param metOn the day it was met; {@code null} while it is open */
    public DeadlineWords deadline(LocalDate deadline, LocalDate metOn) {
        return metOn != null
                ? DeadlineWords.met(metOn)
                : DeadlineWords.of(deadline, LocalDate.now(clock), RequestLanguage.current());
    }
}
