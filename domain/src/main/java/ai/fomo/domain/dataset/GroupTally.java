package ai.fomo.domain.dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the pictures of one group add up to. Most groups of a large catalogue have one picture, and cost one object. */
final class GroupTally {
    private int pictures;
    private List<Integer> firstClasses = List.of();
    private @Nullable TreeMap<Integer, Integer> counts;
    private Set<Split> given = Set.of();
    private @Nullable EnumMap<Split, Integer> seen;

    /** @param counted false for a picture that is counted in another group */
    void add(Picture picture, boolean counted) {
        given = KnownImages.mergeSplits(given, picture.given());
        for (Split split : picture.seen()) {
            if (seen == null) {
                seen = new EnumMap<>(Split.class);
            }
            seen.merge(split, 1, Integer::sum);
        }
        if (counted) {
            count(picture.classes());
        }
    }

    private void count(List<Integer> classes) {
        pictures++;
        if (pictures == 1) {
            firstClasses = classes;
            return;
        }
        if (counts == null) {
            counts = new TreeMap<>();
            addOne(counts, firstClasses);
        }
        addOne(counts, classes);
    }

    private static void addOne(Map<Integer, Integer> counts, List<Integer> classes) {
        classes.forEach(c -> counts.merge(c, 1, Integer::sum));
    }

    int pictures() {
        return pictures;
    }

    Set<Split> given() {
        return given;
    }

    /** Where earlier datasets had most of its pictures; of equally many training comes first, which tests nothing. */
    Optional<Split> seen() {
        return seen == null
                ? Optional.empty()
                : seen.entrySet().stream()
                        .max(Map.Entry.<Split, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey);
    }

    StratificationUnit unit(String key) {
        if (counts == null) {
            int[] classes = firstClasses.stream().mapToInt(c -> c).toArray();
            int[] ones = new int[classes.length];
            Arrays.fill(ones, 1);
            return new StratificationUnit(key, pictures, classes, ones);
        }
        return new StratificationUnit(
                key,
                pictures,
                counts.keySet().stream().mapToInt(c -> c).toArray(),
                counts.values().stream().mapToInt(count -> count).toArray());
    }
}
