package no.innvei.kernel.rules;

import java.util.List;
import java.util.Map;

/**
 * One rule of law as pages, REST and the command see it; found with {@link java.util.ServiceLoader}. Facts in, evaluation out; no clock, no
 * database.
 */
public interface Rule {

    /** {@code <module>.<rule>}, for instance {@code introduction.duration}. */
    String name();

    /** Every parameter set the rule rests on, with all its versions, for readers. */
    List<RuleSet<?>> parameters();

    /** The facts the rule knows: name and whether it is required. Anything else is refused by name. */
    Map<String, Boolean> facts();

    /**
     * Evaluates facts in ISO text, numbers and booleans as they come from JSON.
     *
     * @throws IllegalArgumentException naming the fact that is missing, unknown or malformed; never repeats its value
     */
    Evaluation evaluate(Map<String, Object> facts);
}
