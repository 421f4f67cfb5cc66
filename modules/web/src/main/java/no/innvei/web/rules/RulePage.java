package no.innvei.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.RefusedFacts;
import no.innvei.kernel.rules.Rule;
import no.innvei.web.page.Messages;
import no.innvei.web.route.Address;

/**
 * One rule to try: its form, and what it answers to the facts in the address. The address is the whole state, so whoever is given it sees the same;
 * an answered question stands under the address that still means the same tomorrow.
 */
@Named("rulePage")
@RequestScoped
public class RulePage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private Rule rule;
    private RuleQuery query;
    private List<AnswerPanel> answers = List.of();
    private List<AnswerPanel.Difference> differences = List.of();
    private String same;

    public String open() {
        var found = RuleBook.RULES.find(first(request.getParameterValues("rule")));
        if (found.isEmpty()) {
            return messages.notFound();
        }
        rule = found.get();
        query = RuleQuery.read(rule, request.getParameterMap(), LocalDate.now(clock));
        if (!query.asked()) {
            return null;
        }
        if (!query.valid()) {
            query.fields().stream()
                    .filter(field -> field.error() != null)
                    .forEach(field -> complain(field.id(), field.error()));
            return null;
        }
        if (!query.unknown() && !query.address().equals(address())) {
            return messages.redirect(query.address());
        }
        answer();
        return null;
    }

    private void answer() {
        var one = evaluation(query.facts(), Map.of());
        if (one.isPresent() && query.compareWith().isEmpty()) {
            answers = List.of(AnswerPanel.of(rule, query.decisive().orElse(null), one.get()));
        } else if (one.isPresent()) {
            evaluation(query.compared(), Map.of(rule.decisiveFact(), RuleQuery.COMPARE))
                    .ifPresent(other -> compare(one.get(), other));
        }
    }

    /**
     * Empty when the rule has no use for a fact, which is then told of at its field.
     *
     * @param fields names of facts that came from another field
     */
    private Optional<Evaluation> evaluation(Map<String, Object> facts, Map<String, String> fields) {
        try {
            return Optional.of(rule.evaluate(facts));
        } catch (RefusedFacts refused) {
            for (var name : refused.names()) {
                complain(fields.getOrDefault(name, name), RuleWords.refused(rule.name(), name));
            }
            return Optional.empty();
        }
    }

    private void compare(Evaluation one, Evaluation other) {
        answers = List.of(
                AnswerPanel.of(rule, query.decisive().orElse(null), one),
                AnswerPanel.of(rule, query.compareWith().orElse(null), other));
        differences = AnswerPanel.differences(rule, one, other);
        if (differences.isEmpty() && one.answer() == other.answer()) {
            same = RuleWords.texts().get(Objects.equals(one.version(), other.version()) ? "same" : "same.otherVersion");
        }
    }

    private static void complain(String field, String text) {
        var context = FacesContext.getCurrentInstance();
        context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    private String address() {
        return Address.of(request).substring(request.getContextPath().length());
    }

    private static String first(String[] values) {
        return values == null || values.length == 0 ? "" : values[0];
    }

    public boolean isLoaded() {
        return rule != null;
    }

    public String getName() {
        return RuleWords.name(rule.name());
    }

    public String getQuestion() {
        return RuleWords.question(rule.name());
    }

    /** Where the form sends its facts. */
    public String getAction() {
        return RuleQuery.addressOf(rule);
    }

    public List<RuleShelf> getShelves() {
        return RuleShelf.all(rule.name());
    }

    public List<FactField> getFields() {
        return query.fields();
    }

    public boolean isUnknown() {
        return query.unknown();
    }

    public boolean isAsked() {
        return query.asked();
    }

    public List<AnswerPanel> getAnswers() {
        return answers;
    }

    public boolean isCompared() {
        return answers.size() > 1;
    }

    public List<AnswerPanel.Difference> getDifferences() {
        return differences;
    }

    /** A sentence when both answers are equal; {@code null} otherwise. */
    public String getSame() {
        return same;
    }

    /** What a link to this result is. */
    public String getLink() {
        return query.valid() ? query.address() : getAction();
    }
}
