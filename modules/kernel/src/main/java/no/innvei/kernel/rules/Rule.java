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

    /** Every parameter table the rule rests on, its own first. */
    List<RuleTable> tables();

    /** The facts the rule asks for, in the order a person would fill them in. Anything else is refused by name. */
    List<Fact> facts();

    /** Name of the date that selects the version, and that two answers are compared by; of the first one where several can. */
    String decisiveFact();

    /**
     * Evaluates facts in ISO text, numbers, booleans and lists as they come from JSON.
     *
     * @throws RefusedFacts naming the fact that is missing, unknown or malformed; never repeats its value
     */
    Evaluation evaluate(Map<String, Object> facts);
}
