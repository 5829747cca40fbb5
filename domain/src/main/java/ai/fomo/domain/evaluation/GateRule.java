package ai.fomo.domain.evaluation;

/** One condition of a model's promotion: a pure function of the evaluation. */
public interface GateRule {
    /** What it goes by in verdicts, in lower case with hyphens. */
    String name();

    /** Its name with its limits: two rules that could ever decide differently have different texts. */
    String text();

    RuleVerdict judge(Evaluation evaluation);
}
