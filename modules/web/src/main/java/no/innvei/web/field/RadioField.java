package no.innvei.web.field;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import no.innvei.web.page.Choice;

/** Radio buttons in a group of their own. */
@FacesComponent("no.innvei.RadioField")
public class RadioField extends ChoiceField {

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var out = context.getResponseWriter();
        start(out, "fieldset", "class", "ds-fieldset", "id", getClientId(context), "tabindex", "-1");
        start(out, "legend", "class", "ds-label");
        out.writeText(text("label"), null);
        out.endElement("legend");
        writeHelp(context, out);
        writeControl(context, out);
        writeError(context, out);
        out.endElement("fieldset");
    }

    @Override
    void writeControl(FacesContext context, ResponseWriter out) throws IOException {
        int number = 0;
        for (var choice : options()) {
            radio(context, out, getClientId(context) + "-" + number++, choice);
        }
    }

    private void radio(FacesContext context, ResponseWriter out, String id, Choice choice) throws IOException {
        var value = written(context, choice.value());
        start(out, "div", "class", "ds-field");
        start(
                out,
                "input",
                "class",
                "ds-input",
                "type",
                "radio",
                "id",
                id,
                "name",
                getClientId(context),
                "value",
                value,
                "checked",
                value.equals(shown(context)) ? "checked" : null);
        writeState(context, out);
        out.endElement("input");
        start(out, "label", "class", "ds-label", "for", id);
        out.writeText(choice.label(), null);
        out.endElement("label");
        if (choice.description() != null) {
            start(out, "p", "data-field", "description");
            out.writeText(choice.description(), null);
            out.endElement("p");
        }
        out.endElement("div");
    }
}
