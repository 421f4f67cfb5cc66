package no.innvei.web.dates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
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

    /** What the date in a field means; {@code null} while there is none. */
    public String answer(String id) {
        var here = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance());
        if (here == null || !(here.findComponent(id) instanceof UIInput input)) {
            return null;
        }
        return input.isValid() && input.getValue() instanceof LocalDate date
                ? StaffDate.answer(date, StaffDateConverter.typedIn(input), RequestLanguage.current())
                : null;
    }
}
