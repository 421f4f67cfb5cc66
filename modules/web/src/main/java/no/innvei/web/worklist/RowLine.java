package no.innvei.web.worklist;

import java.time.LocalDate;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.Languages;
import no.innvei.web.rules.RuleWords;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.RequestLanguage;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.Phase;

/** One row of the list in words. */
public final class RowLine {

    private static final int METER_WIDTH = 72;

    private final Row row;
    private final LocalDate today;
    private final boolean selected;
    private final Texts texts = Texts.of("worklist");

    RowLine(Row row, LocalDate today) {
        this(row, today, false);
    }

    RowLine(Row row, LocalDate today, boolean selected) {
        this.row = row;
        this.today = today;
        this.selected = selected;
    }

    public String getId() {
        return row.participant().value().toString();
    }

    public String getSelectLabel() {
        return texts.get("list.select.row", row.name());
    }

    public boolean isSelected() {
        return selected;
    }

    /** {@code null} when nobody has the case. */
    public String getAdviser() {
        return row.adviser();
    }

    /** {@code null} when there is none. */
    public String getSubstitute() {
        return row.substitute() == null ? null : texts.get("row.substitute", row.substitute());
    }

    public String getCategory() {
        return row.category() == null ? "–" : RuleWords.word("category", row.category());
    }

    public String getChanged() {
        return NorwegianFormat.date(NorwegianFormat.dayOf(row.changedAt()));
    }

    public String getAddress() {
        return ListState.ADDRESS + "/" + row.participant().value();
    }

    public String getName() {
        return row.name();
    }

    public String getAge() {
        return about(row.age(), row.language());
    }

    /** @param language {@code null} when unknown */
    static String about(int years, String language) {
        var age = Texts.of("worklist").get("row.age", years);
        return language == null ? age : age + " · " + language(language);
    }

    private static String language(String code) {
        return Languages.name(
                code,
                RequestLanguage.parse(RequestLanguage.current().getLanguage()).orElse(WrittenForm.NB));
    }

    public String getPermit() {
        return row.permit() == null ? "–" : texts.get("permit." + row.permit());
    }

    public String getPhase() {
        return texts.get("phase." + ListState.code(row.phase()));
    }

    public String getPhaseColor() {
        return phaseColor(row.phase());
    }

    private static String phaseColor(Phase phase) {
        return switch (phase) {
            case BEFORE_DECISION, BEFORE_START -> "warning";
            case IN_PROGRAMME -> "info";
            case EXPECTED, ENDED, NO_PROGRAMME -> "neutral";
        };
    }

    public boolean isStarted() {
        return row.month() != null && row.maximumMonths() != null && row.maximumMonths() > 0;
    }

    /** The last month stays when the programme has run out and nobody has recorded why. */
    public String getMonths() {
        return texts.get("row.months", Math.min(row.month(), row.maximumMonths()), row.maximumMonths());
    }

    /** Width of the filled part of the meter. */
    public int getMeter() {
        return Math.clamp((long) METER_WIDTH * row.month() / row.maximumMonths(), 1, METER_WIDTH);
    }

    public String getGoal() {
        return row.finalGoal() == null ? "–" : texts.get("goal." + row.finalGoal());
    }

    public String getDue() {
        return row.nextDeadline() == null
                ? null
                : texts.get("due." + row.nextDeadline().kind());
    }

    public LocalDate getDueOn() {
        return row.nextDeadline() == null ? null : row.nextDeadline().date();
    }

    /** State of the register badge. */
    public String getRegister() {
        return switch (row.register().state()) {
            case NOTHING_SENT -> "ikke";
            case ACCEPTED -> "godtatt";
            case PENDING -> "venter";
            case REFUSED -> "avvist";
        };
    }

    public String getRegisterText() {
        var register = row.register();
        return switch (register.state()) {
            case NOTHING_SENT -> texts.get("row.register.nothing");
            case ACCEPTED ->
                register.acceptedAt() == null
                        ? texts.get("register.godtatt")
                        : texts.get("row.register.accepted", dayAndMonth(NorwegianFormat.dayOf(register.acceptedAt())));
            case PENDING ->
                texts.get(
                        register.pending() == 1 ? "row.register.pending.one" : "row.register.pending",
                        register.pending());
            case REFUSED ->
                texts.get(
                        register.refused() == 1 ? "row.register.refused.one" : "row.register.refused",
                        register.refused());
        };
    }

    /** 22.11. this year, otherwise the whole date. */
    private String dayAndMonth(LocalDate date) {
        var written = NorwegianFormat.date(date);
        return date.getYear() == today.getYear() ? written.substring(0, 6) : written;
    }

    public String getPlan() {
        if (row.planVersion() == null) {
            return row.planDraft() ? texts.get("row.plan.draft") : "–";
        }
        return texts.get(
                row.planDraft() ? "row.plan.nextDraft" : "row.plan.version",
                row.planDraft() ? row.planVersion() + 1 : row.planVersion());
    }
}
