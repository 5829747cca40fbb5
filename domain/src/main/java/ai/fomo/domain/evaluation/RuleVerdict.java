package ai.fomo.domain.evaluation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one rule of the gate said, and why, in one sentence with the figures in it.
 *
 * @param inputs every number that the rule looked at, by name; empty in records of earlier versions
 */
public record RuleVerdict(String rule, boolean passed, String explanation, Map<String, Double> inputs) {
    public RuleVerdict {
        inputs = inputs == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(inputs));
    }
}
