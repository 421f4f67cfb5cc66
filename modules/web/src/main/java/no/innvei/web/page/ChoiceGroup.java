package no.innvei.web.page;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.convert.Converter;
import java.io.IOException;
import java.util.List;

/** Radio buttons as the design system wants them; the standard component writes a table. Attributes: label, help, options (list of {@link Choice}). */
@FacesComponent("no.innvei.ChoiceGroup")
public class ChoiceGroup extends UIInput {

    public ChoiceGroup() {
        setRendererType(null);
    }

    @Override
    public String getFamily() {
        return "no.innvei";
    }

    @Override
    public void decode(FacesContext context) {
        setSubmittedValue(context.getExternalContext().getRequestParameterMap().getOrDefault(getClientId(context), ""));
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var out = context.getResponseWriter();
        var id = getClientId(context);
        var errors = context.getMessageList(id);
        var help = text("help");
        out.startElement("fieldset", this);
        out.writeAttribute("class", "ds-fieldset", null);
        out.writeAttribute("id", id, null);
        out.startElement("legend", this);
        out.writeAttribute("class", "ds-label", null);
        out.writeText(text("label"), null);
        out.endElement("legend");
        if (!help.isEmpty()) {
            paragraph(out, "description", id + "-d", null, help);
        }
        int number = 0;
        for (var choice : options()) {
            radio(context, out, id, id + "-" + number++, choice, !errors.isEmpty());
        }
        if (!errors.isEmpty()) {
            paragraph(
                    out,
                    "validation",
                    id + "-f",
                    "ds-validation-message",
                    errors.get(0).getSummary());
        }
        out.endElement("fieldset");
    }

    private void radio(
            FacesContext context, ResponseWriter out, String group, String id, Choice choice, boolean invalid)
            throws IOException {
        var value = asText(context, choice.value());
        out.startElement("div", this);
        out.writeAttribute("class", "ds-field", null);
        out.startElement("input", this);
        out.writeAttribute("class", "ds-input", null);
        out.writeAttribute("type", "radio", null);
        out.writeAttribute("id", id, null);
        out.writeAttribute("name", group, null);
        out.writeAttribute("value", value, null);
        if (value.equals(current(context))) {
            out.writeAttribute("checked", "checked", null);
        }
        if (invalid) {
            out.writeAttribute("aria-invalid", "true", null);
            out.writeAttribute("aria-describedby", group + "-f", null);
        }
        out.endElement("input");
        out.startElement("label", this);
        out.writeAttribute("class", "ds-label", null);
        out.writeAttribute("for", id, null);
        out.writeText(choice.label(), null);
        out.endElement("label");
        if (choice.description() != null) {
            paragraph(out, "description", id + "-d", null, choice.description());
        }
        out.endElement("div");
    }

    private void paragraph(ResponseWriter out, String field, String id, String styleClass, String text)
            throws IOException {
        out.startElement("p", this);
        out.writeAttribute("data-field", field, null);
        out.writeAttribute("id", id, null);
        if (styleClass != null) {
            out.writeAttribute("class", styleClass, null);
        }
        out.writeText(text, null);
        out.endElement("p");
    }

    private String current(FacesContext context) {
        return getSubmittedValue() instanceof String typed ? typed : asText(context, getValue());
    }

    @SuppressWarnings("unchecked")
    private String asText(FacesContext context, Object value) {
        if (value == null) {
            return "";
        }
        var converter = getConverter() != null
                ? getConverter()
                : context.getApplication().createConverter(value.getClass());
        return converter == null ? value.toString() : ((Converter<Object>) converter).getAsString(context, this, value);
    }

    private String text(String attribute) {
        return getAttributes().get(attribute) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked")
    private List<Choice> options() {
        return (List<Choice>) getAttributes().get("options");
    }
}
