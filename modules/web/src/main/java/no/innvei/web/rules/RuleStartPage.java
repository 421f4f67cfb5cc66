package no.innvei.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import no.innvei.web.page.Messages;

/** Every rule with its question, for whoever has not chosen yet; also where the list beside a form sends its choice. */
@Named("ruleStartPage")
@RequestScoped
public class RuleStartPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Messages messages;

    public String open() {
        var chosen = request.getParameter("regel");
        return chosen == null
                ? null
                : RuleBook.RULES
                        .find(chosen)
                        .map(rule -> messages.redirect(RuleQuery.addressOf(rule)))
                        .orElse(null);
    }

    public List<RuleShelf> getShelves() {
        return RuleShelf.all(null);
    }
}
