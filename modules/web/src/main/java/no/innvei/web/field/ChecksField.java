package no.innvei.web.field;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Collection;
import no.innvei.web.page.Choice;

/** Several of several, as checkboxes in a group of their own; in a form that is not posted to Faces. The value is a collection of the options' values. */
@FacesComponent("no.innvei.ChecksField")
public class ChecksField extends ChoiceField {

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
            check(context, out, getClientId(context) + "-" + number++, choice);
        }
    }

    private void check(FacesContext context, ResponseWriter out, String id, Choice choice) throws IOException {
        var chosen = getValue() instanceof Collection<?> values && values.contains(choice.value());
        start(out, "div", "class", "ds-field");
        start(
                out,
                "input",
                "class",
                "ds-input",
                "type",
                "checkbox",
                "id",
                id,
                "name",
                getClientId(context),
                "value",
                choice.value().toString(),
                "checked",
                chosen ? "checked" : null);
        writeState(context, out);
        out.endElement("input");
        start(out, "label", "class", "ds-label", "data-weight", "regular", "for", id);
        out.writeText(choice.label(), null);
        out.endElement("label");
        out.endElement("div");
    }
}
