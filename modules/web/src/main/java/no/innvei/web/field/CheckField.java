package no.innvei.web.field;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A single checkbox; the value is a boolean. */
@FacesComponent("no.innvei.CheckField")
public class CheckField extends Field {

    @Override
    public void decode(FacesContext context) {
        if (!flag("disabled")) {
            setSubmittedValue(String.valueOf(
                    context.getExternalContext().getRequestParameterMap().containsKey(getClientId(context))));
        }
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var out = context.getResponseWriter();
        start(out, "div", "class", "ds-field");
        writeControl(context, out);
        writeLabel(context, out);
        writeHelp(context, out);
        writeError(context, out);
        out.endElement("div");
    }

    @Override
    void writeControl(FacesContext context, ResponseWriter out) throws IOException {
        start(
                out,
                "input",
                "class",
                "ds-input",
                "type",
                "checkbox",
                "id",
                getClientId(context),
                "name",
                getClientId(context),
                "value",
                "true",
                "checked",
                shown(context).equals("true") ? "checked" : null);
        writeState(context, out);
        out.endElement("input");
    }
}
