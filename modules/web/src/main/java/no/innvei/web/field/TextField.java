package no.innvei.web.field;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** One line of text, or several with {@code rows}. Further attributes: {@code type}, {@code inputmode}, {@code maxlength}, {@code size}, {@code suffix} (a unit behind the field). */
@FacesComponent("no.innvei.TextField")
public class TextField extends Field {

    @Override
    void writeControl(FacesContext context, ResponseWriter out) throws IOException {
        if (!text("rows").isEmpty()) {
            writeArea(context, out);
            return;
        }
        var suffix = orNull("suffix");
        if (suffix != null) {
            start(out, "div", "class", "ds-field-affixes");
        }
        start(
                out,
                "input",
                "class",
                styleClass(),
                "type",
                text("type").isEmpty() ? "text" : text("type"),
                "id",
                getClientId(context),
                "name",
                getClientId(context),
                "value",
                shown(context),
                "autocomplete",
                "off",
                "inputmode",
                orNull("inputmode"),
                "maxlength",
                orNull("maxlength"),
                "size",
                size(),
                "data-width",
                size() == null ? null : "auto");
        writeOwnAttributes(out);
        writeState(context, out);
        out.endElement("input");
        if (suffix != null) {
            start(out, "span", "class", "ds-field-affix", "aria-hidden", "true");
            out.writeText(suffix, null);
            out.endElement("span");
            out.endElement("div");
        }
    }

    void writeOwnAttributes(ResponseWriter out) throws IOException {
        // an ordinary text has none
    }

    String styleClass() {
        return "ds-input";
    }

    String size() {
        return orNull("size");
    }

    private void writeArea(FacesContext context, ResponseWriter out) throws IOException {
        start(
                out,
                "textarea",
                "class",
                "ds-input",
                "id",
                getClientId(context),
                "name",
                getClientId(context),
                "rows",
                text("rows"),
                "maxlength",
                orNull("maxlength"),
                "autocomplete",
                "off");
        writeState(context, out);
        out.writeText("\n" + shown(context), null);
        out.endElement("textarea");
    }
}
