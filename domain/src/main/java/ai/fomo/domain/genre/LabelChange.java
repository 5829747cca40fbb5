package ai.fomo.domain.genre;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A label that another map gives another class. */
public record LabelChange(String label, int covers, Optional<String> before, Optional<String> after) {
    /**
     * The most frequent first.
     *
     * @param labels with the number of covers that have each
     */
    public static List<LabelChange> between(ClassMapping before, ClassMapping after, Map<String, Integer> labels) {
        return LabelCounts.mostFrequent(labels).entrySet().stream()
                .map(label -> new LabelChange(
                        label.getKey(),
                        label.getValue(),
                        before.classOf(label.getKey()),
                        after.classOf(label.getKey())))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }
}
