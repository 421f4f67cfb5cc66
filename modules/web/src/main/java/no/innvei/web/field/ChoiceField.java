package no.innvei.web.field;

import jakarta.faces.context.FacesContext;
import java.util.List;
import no.innvei.web.page.Choice;

/** One of several. Further attribute: {@code options}, a list of {@link Choice}; anything else that is sent is refused. */
abstract class ChoiceField extends Field {

    @SuppressWarnings("unchecked")
    final List<Choice> options() {
        return getAttributes().get("options") instanceof List<?> choices ? (List<Choice>) choices : List.of();
    }

    @Override
    protected void validateValue(FacesContext context, Object converted) {
        super.validateValue(context, converted);
        if (isValid()
                && converted != null
                && !converted.equals("")
                && options().stream().noneMatch(c -> c.value().equals(converted))) {
            var label = text("label");
            var refusal = no.innvei.web.text.Texts.of("shell").get("field.notAChoice", label);
            context.addMessage(
                    getClientId(context),
                    new jakarta.faces.application.FacesMessage(
                            jakarta.faces.application.FacesMessage.SEVERITY_ERROR, refusal, refusal));
            setValid(false);
        }
    }
}
