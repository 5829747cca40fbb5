package ai.fomo.domain.evaluation;

/** One condition of a model's promotion: a pure function of the evaluation. A record, whose components are its limits. */
public interface GateRule {
    /** What it goes by in policies and verdicts, in lower case with hyphens. */
    String name();

    RuleVerdict judge(Evaluation evaluation);
}
