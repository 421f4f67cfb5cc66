package no.innvei.web.field;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file to send; the form needs {@code enctype="multipart/form-data"}. The value is a {@link Part}. Further attribute: {@code accept}. */
@FacesComponent("no.innvei.FileField")
public class FileField extends Field {

    @Override
    public void decode(FacesContext context) {
        try {
            var request = (HttpServletRequest) context.getExternalContext().getRequest();
            var part = request.getPart(getClientId(context));
            setSubmittedValue(part == null || part.getSize() == 0 ? "" : part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException notMultipart) {
            throw new IllegalStateException("the form lacks enctype multipart/form-data", notMultipart);
        }
    }

    @Override
    protected Object getConvertedValue(FacesContext context, Object submitted) {
        return submitted instanceof Part part ? part : null;
    }

    @Override
    void writeControl(FacesContext context, ResponseWriter out) throws IOException {
        start(
                out,
                "input",
                "class",
                "ds-input",
                "type",
                "file",
                "id",
                getClientId(context),
                "name",
                getClientId(context),
                "accept",
                orNull("accept"));
        writeState(context, out);
        out.endElement("input");
    }
}
