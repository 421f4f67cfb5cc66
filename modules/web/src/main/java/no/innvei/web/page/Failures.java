package no.innvei.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The errors of the page for the summary on top. */
@Named("failures")
@ApplicationScoped
public class Failures {

    /** An error and the id of its field; without a field the id is empty. */
    public record Failure(String id, String text) {

        public String getId() {
            return id;
        }

        public String getText() {
            return text;
        }
    }

    /** Every error of the page, in the order they were found. */
    public List<Failure> getAll() {
        var context = FacesContext.getCurrentInstance();
        var failures = new ArrayList<Failure>();
        for (var ids = context.getClientIdsWithMessages(); ids.hasNext(); ) {
            var id = ids.next();
            for (FacesMessage message : context.getMessageList(id)) {
                if (message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0) {
                    failures.add(new Failure(id == null ? "" : id, message.getSummary()));
                }
            }
        }
        return failures;
    }
}
