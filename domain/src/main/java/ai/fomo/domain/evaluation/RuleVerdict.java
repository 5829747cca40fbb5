package ai.fomo.domain.evaluation;

/** What one rule of the gate said, and why, in one sentence with the figures in it. */
public record RuleVerdict(String rule, boolean passed, String explanation) {}
