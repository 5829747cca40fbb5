package ai.fomo.domain.genre;

import static java.util.Comparator.comparingInt;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody who misspelled a label may have meant. */
final class Spelling {
    private Spelling() {}

    /** Nothing far-fetched; of equally near ones the first. */
    static Optional<String> nearest(String label, Stream<String> known) {
        String key = LabelKey.of(label);
        return known.map(other -> Map.entry(other, EditDistance.between(key, LabelKey.of(other))))
                .filter(other -> other.getValue() <= Math.max(1, key.length() / 3))
                .min(comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }
}
