package no.innvei.web.introduction;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.web.text.NorwegianFormat;

/** One element on the plan page: the hours can be changed in the table, the rest in the element's own form. */
public class ElementRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID id;
    private ElementKind kind;
    private String provider;
    private LocalDate from;
    private LocalDate to;
    private Integer minutes;
    private boolean workOriented;
    private String reason;

    static ElementRow fresh(LocalDate from, LocalDate to) {
        var row = new ElementRow();
        row.id = Element.nextId();
        row.from = from;
        row.to = to;
        return row;
    }

    static ElementRow of(Element element) {
        var row = new ElementRow();
        row.id = element.id();
        row.kind = element.kind();
        row.provider = element.provider();
        row.from = element.from();
        row.to = element.to();
        row.minutes = element.minutesPerWeek();
        row.workOriented = element.workOriented();
        row.reason = element.reason();
        return row;
    }

    Element element() {
        return new Element(
                id,
                kind,
                blankToNull(provider),
                from,
                to,
                minutes == null ? 0 : minutes,
                workOriented,
                blankToNull(reason));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String getTitle() {
        return Words.of(kind);
    }

    /** The part of § 14 a it belongs to, short. */
    public String getRequirement() {
        return Words.texts().get("requirement." + kind.requirement().name());
    }

    public String getPeriod() {
        return NorwegianFormat.date(from) + "–" + NorwegianFormat.date(to);
    }

    public String getFromText() {
        return NorwegianFormat.date(from);
    }

    public String getToText() {
        return NorwegianFormat.date(to);
    }

    public String getHours() {
        return NorwegianFormat.hours(minutes);
    }

    /** All hours from first to last day. */
    public String getTotal() {
        return NorwegianFormat.hours(element().totalMinutes());
    }

    public String getHoursLabel() {
        return Words.texts().get("plan.hours.cell", getTitle());
    }

    public UUID getId() {
        return id;
    }

    public ElementKind getKind() {
        return kind;
    }

    public void setKind(ElementKind kind) {
        this.kind = kind;
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public boolean isWorkOriented() {
        return workOriented;
    }

    public void setWorkOriented(boolean workOriented) {
        this.workOriented = workOriented;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
