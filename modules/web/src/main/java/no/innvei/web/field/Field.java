package no.innvei.web.field;

import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.convert.Converter;
import java.io.IOException;
import java.util.ArrayList;
import no.innvei.web.text.Texts;

/**
 * A field: label, description, control, error. Attributes for all: {@code label}, {@code help}, {@code optional}, {@code labelHidden} (kept for screen
 * readers only, where a table's heading says it), and those of every input: {@code value}, {@code required}, {@code requiredMessage}.
 */
abstract class Field extends UIInput {

    Field() {
        setRendererType(null);
    }

    @Override
    public String getFamily() {
        return "no.innvei.field";
    }

    /** What was wrong the last time is forgotten when something new is sent, whatever a kind of field does to read it. */
    @Override
    public void processDecodes(FacesContext context) {
        setValid(true);
        super.processDecodes(context);
    }

    @Override
    public void decode(FacesContext context) {
        if (!flag("disabled")) {
            setSubmittedValue(
                    context.getExternalContext().getRequestParameterMap().getOrDefault(getClientId(context), ""));
        }
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var out = context.getResponseWriter();
        start(out, "div", "class", "ds-field");
        writeLabel(context, out);
        writeHelp(context, out);
        writeControl(context, out);
        writeBelow(context, out);
        writeError(context, out);
        out.endElement("div");
    }

    abstract void writeControl(FacesContext context, ResponseWriter out) throws IOException;

    /** Between control and error; nothing unless the field has an answer to show. */
    void writeBelow(FacesContext context, ResponseWriter out) throws IOException {
        // most fields have nothing here
    }

    final void writeLabel(FacesContext context, ResponseWriter out) throws IOException {
        start(
                out,
                "label",
                "class",
                flag("labelHidden") ? "ds-label ds-sr-only" : "ds-label",
                "for",
                getClientId(context));
        out.writeText(text("label"), null);
        if (flag("optional")) {
            out.writeText(" " + Texts.of("shell").get("field.optional"), null);
        }
        out.endElement("label");
    }

    final void writeHelp(FacesContext context, ResponseWriter out) throws IOException {
        if (!text("help").isEmpty()) {
            start(out, "p", "data-field", "description", "id", getClientId(context) + "-d");
            out.writeText(text("help"), null);
            out.endElement("p");
        }
    }

    final void writeError(FacesContext context, ResponseWriter out) throws IOException {
        var error = error(context);
        if (error != null) {
            start(
                    out,
                    "p",
                    "class",
                    "ds-validation-message",
                    "data-field",
                    "validation",
                    "id",
                    getClientId(context) + "-f");
            out.writeText(error, null);
            out.endElement("p");
        }
    }

    /** What every control says about itself. */
    final void writeState(FacesContext context, ResponseWriter out) throws IOException {
        var id = getClientId(context);
        var parts = new ArrayList<String>();
        if (!text("help").isEmpty()) {
            parts.add(id + "-d");
        }
        if (hasAnswer(context)) {
            parts.add(id + "-s");
        }
        if (error(context) != null) {
            parts.add(id + "-f");
        }
        attribute(out, "aria-describedby", parts.isEmpty() ? null : String.join(" ", parts));
        attribute(out, "aria-invalid", error(context) == null ? null : "true");
        attribute(out, "disabled", flag("disabled") ? "disabled" : null);
    }

    boolean hasAnswer(FacesContext context) {
        return false;
    }

    final String error(FacesContext context) {
        var messages = context.getMessageList(getClientId(context));
        return messages.isEmpty() ? null : messages.get(0).getSummary();
    }

    /** What the control shows: what was typed, as long as it could not be taken in, else the value. */
    final String shown(FacesContext context) {
        return getSubmittedValue() instanceof String typed ? typed : written(context, getValue());
    }

    @SuppressWarnings("unchecked")
    String written(FacesContext context, Object value) {
        if (value == null) {
            return "";
        }
        var converter = getConverter() != null
                ? getConverter()
                : context.getApplication().createConverter(value.getClass());
        return converter == null ? value.toString() : ((Converter<Object>) converter).getAsString(context, this, value);
    }

    final String text(String attribute) {
        var value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }

    final boolean flag(String attribute) {
        return Boolean.parseBoolean(text(attribute));
    }

    /** @param attributes name and value by turns; a {@code null} value is left out */
    final void start(ResponseWriter out, String element, String... attributes) throws IOException {
        out.startElement(element, null);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(out, attributes[i], attributes[i + 1]);
        }
    }

    static void attribute(ResponseWriter out, String name, String value) throws IOException {
        if (value != null) {
            out.writeAttribute(name, value, null);
        }
    }

    final String orNull(String attribute) {
        return text(attribute).isEmpty() ? null : text(attribute);
    }
}
