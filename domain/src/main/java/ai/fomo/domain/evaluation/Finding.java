package ai.fomo.domain.evaluation;

import java.util.Map;

/**
 * A part of what a rule says.
 *
 * @param clause without a full stop
 * @param inputs every number that was looked at
 */
record Finding(boolean passed, String clause, Map<String, Double> inputs) {
    RuleVerdict asVerdict(String rule) {
        return new RuleVerdict(rule, passed, clause + ".", inputs);
    }
}
