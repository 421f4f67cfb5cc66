package no.innvei.web.field;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.convert.ConverterException;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import no.innvei.web.dates.StaffDate;
import no.innvei.web.dates.StaffDate.Reading;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.RequestLanguage;
import no.innvei.web.text.Texts;

/**
 * A date as staff write it; what it means stands under the field and is what gets saved. Further attributes: {@code direction} ({@code past}, the
 * default, or {@code future}), {@code side} ({@code from}, the default, or {@code to}), {@code until} (id of the field that ends the period: a period
 * typed here fills it when it is empty), {@code week} (the answer always tells the week). The value is a {@link LocalDate}, or in a form that is not
 * posted to Faces what was typed and not understood.
 */
@FacesComponent("no.innvei.DateField")
public class DateField extends TextField {

    private static final String TYPED = "typed";

    @Override
    protected Object getConvertedValue(FacesContext context, Object submitted) {
        if (!(submitted instanceof String typed) || typed.isBlank()) {
            return null;
        }
        getAttributes().put(TYPED, typed);
        var direction = StaffDate.directionOf(text("direction"));
        var side = StaffDate.sideOf(text("side"));
        var today = LocalDate.now(CDI.current().select(Clock.class).get());
        return switch (StaffDate.read(typed, direction, side, today)) {
            case Reading.Day day -> day.date();
            case Reading.Period period -> {
                if (text("until").isEmpty() || !(findComponent(text("until")) instanceof UIInput end)) {
                    throw refusal("date.notOneDay");
                }
                if (end.getSubmittedValue() == null
                        || end.getSubmittedValue().toString().isBlank()) {
                    end.setSubmittedValue(NorwegianFormat.date(period.range().to()));
                }
                yield period.range().from();
            }
            case Reading.NotUnderstood n -> throw refusal("date.notUnderstood");
        };
    }

    @Override
    void writeBelow(FacesContext context, ResponseWriter out) throws IOException {
        if (hasAnswer(context)) {
            start(out, "p", "class", "iv-hint", "id", getClientId(context) + "-s");
            var typed = getAttributes().get(TYPED) instanceof String text ? text : null;
            var day = (LocalDate) getValue();
            out.writeText(
                    flag("week")
                            ? StaffDate.answerWithWeek(day, RequestLanguage.current())
                            : StaffDate.answer(day, typed, RequestLanguage.current()),
                    null);
            out.endElement("p");
        }
    }

    @Override
    String written(FacesContext context, Object value) {
        return switch (value) {
            case null -> "";
            case LocalDate date -> NorwegianFormat.date(date);
            default -> value.toString();
        };
    }

    @Override
    boolean hasAnswer(FacesContext context) {
        return isValid() && getValue() instanceof LocalDate;
    }

    /** For the script that asks what the text means. */
    @Override
    void writeOwnAttributes(ResponseWriter out) throws IOException {
        attribute(out, "data-dato", text("direction").isEmpty() ? "past" : text("direction"));
        attribute(out, "data-side", orNull("side"));
        attribute(out, "data-uke", flag("week") ? "1" : null);
    }

    @Override
    String styleClass() {
        return "ds-input iv-dato";
    }

    @Override
    String size() {
        return text("size").isEmpty() ? "14" : text("size");
    }

    private static ConverterException refusal(String key) {
        var text = Texts.of("shell").get(key);
        return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }
}
