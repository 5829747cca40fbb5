package ai.fomo.domain.evaluation;

/**
 * One condition of a model's promotion: a pure function of the evaluation. A record, whose components are its limits: a
 * policy's file names them as its parameters, and those that may be null can be left out.
 */
public interface GateRule {
    /** What it goes by in policies and verdicts, in lower case with hyphens. */
    String name();

    RuleVerdict judge(Evaluation evaluation);

    /** Whether what never looks at the image is refused, however many classes it names. Every policy needs such a rule. */
    default boolean refusesConstants() {
        return false;
    }
}
