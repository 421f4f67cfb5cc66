package no.innvei.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wiring between label, description, input and error, used by the tags; pages do not call it. */
@Named("fields")
@ApplicationScoped
public class Fields {

    /** An error and the id of its field; without a field the id is empty. */
    public record Failure(String id, String text) {

        public String getId() {
            return id;
        }

        public String getText() {
            return text;
        }
    }

    /** The id in the page, which has a row number in front inside a repetition. */
    public String clientId(String id) {
        var input = find(id);
        return input == null ? id : input.getClientId();
    }

    /** The first error of the field; {@code null} when it is fine. */
    public String error(String id) {
        var messages = FacesContext.getCurrentInstance().getMessageList(clientId(id));
        return messages.isEmpty() ? null : messages.get(0).getSummary();
    }

    public String invalid(String id) {
        return error(id) == null ? null : "true";
    }

    /** Ids of description, answer and error, as far as they are there; {@code null} when none is. */
    public String describedBy(String id, boolean help, boolean answer) {
        var client = clientId(id);
        var ids = Stream.of(
                        help ? client + "-d" : null,
                        answer && valueOf(id) != null ? client + "-s" : null,
                        error(id) == null ? null : client + "-f")
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    /** The converted value the field holds now, also while another field keeps the page back; {@code null} when there is none. */
    public Object valueOf(String id) {
        return find(id) instanceof UIInput input && input.isValid() ? input.getValue() : null;
    }

    /** Every error of the page, in the order they were found. */
    public List<Failure> failures() {
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

    private static UIComponent find(String id) {
        var here = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance());
        return here == null ? null : here.findComponent(id);
    }
}
