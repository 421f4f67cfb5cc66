package no.innvei.web.dates;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import no.innvei.web.dates.StaffDate.Direction;
import no.innvei.web.dates.StaffDate.Reading;
import no.innvei.web.dates.StaffDate.Side;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/** {@link StaffDate} for a Faces input. A period typed in the first field fills the field named by {@code until} when that one is empty. */
@FacesConverter("staffDate")
public class StaffDateConverter implements Converter<LocalDate>, Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TYPED = "innvei.typed";

    private String direction = "past";
    private String side = "from";
    private String until;

    @Override
    public LocalDate getAsObject(FacesContext context, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        component.getAttributes().put(TYPED, typed);
        var today = LocalDate.now(CDI.current().select(Clock.class).get());
        return switch (StaffDate.read(
                typed, Direction.valueOf(direction.toUpperCase(java.util.Locale.ROOT)), sideOf(), today)) {
            case Reading.Day day -> day.date();
            case Reading.Period period -> {
                if (until == null || !(component.findComponent(until) instanceof UIInput end)) {
                    throw notUnderstood("date.notOneDay");
                }
                if (end.getSubmittedValue() == null
                        || end.getSubmittedValue().toString().isBlank()) {
                    end.setSubmittedValue(NorwegianFormat.date(period.range().to()));
                }
                yield period.range().from();
            }
            case Reading.NotUnderstood n -> throw notUnderstood("date.notUnderstood");
        };
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, LocalDate date) {
        return date == null ? "" : NorwegianFormat.date(date);
    }

    /** What was typed in this request; {@code null} when the value came from us. */
    static String typedIn(UIComponent component) {
        return component.getAttributes().get(TYPED) instanceof String typed ? typed : null;
    }

    private Side sideOf() {
        return side.equals("to") ? Side.TO : Side.FROM;
    }

    private static ConverterException notUnderstood(String key) {
        var text = Texts.of("shell").get(key);
        return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    public String getDirection() {
        return direction;
    }

    /** {@code past} or {@code future}. */
    public void setDirection(String direction) {
        this.direction = direction;
    }

    public String getSide() {
        return side;
    }

    /** {@code from} or {@code to}. */
    public void setSide(String side) {
        this.side = side;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
