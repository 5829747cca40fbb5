package ai.fomo.domain.evaluation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one rule of the gate said, and why, in one sentence with the figures in it.
 *
 * @param inputs every number that the rule looked at, by name; empty in records of earlier versions
 */
public record RuleVerdict(String rule, boolean passed, String explanation, Map<String, Double> inputs) {
    public RuleVerdict {
        SortedMap<String, Double> sorted = new TreeMap<>(inputs == null ? Map.of() : inputs);
        // A database keeps no sign of zero, and what is read again has to equal what was recorded.
        sorted.replaceAll((name, value) -> value + 0.0);
        inputs = Collections.unmodifiableMap(sorted);
    }
}
