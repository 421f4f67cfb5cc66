package no.innvei.web.field;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import no.innvei.web.text.Texts;

/** A drop-down list that begins with "Velg". */
@FacesComponent("no.innvei.SelectField")
public class SelectField extends ChoiceField {

    @Override
    void writeControl(FacesContext context, ResponseWriter out) throws IOException {
        start(
                out,
                "select",
                "class",
                "ds-input",
                "id",
                getClientId(context),
                "name",
                getClientId(context),
                "data-width",
                "auto");
        writeState(context, out);
        var shown = shown(context);
        option(out, "", Texts.of("shell").get("field.choose"), shown);
        for (var choice : options()) {
            option(out, written(context, choice.value()), choice.label(), shown);
        }
        out.endElement("select");
    }

    private void option(ResponseWriter out, String value, String label, String shown) throws IOException {
        start(out, "option", "value", value, "selected", value.equals(shown) ? "selected" : null);
        out.writeText(label, null);
        out.endElement("option");
    }
}
