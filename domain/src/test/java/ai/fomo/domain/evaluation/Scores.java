package ai.fomo.domain.evaluation;

import static ai.fomo.domain.Digests.digest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Scored items for tests. */
final class Scores {
    private Scores() {}

    static List<String> classes(int number) {
        return IntStream.range(0, number).mapToObj(i -> "class " + i).toList();
    }

    static ScoredItem item(String image, List<Integer> truth, double... probabilities) {
        return new ScoredItem(digest(image), image, new TreeSet<>(truth), probabilities, List.of());
    }

    static DecisionRule thresholds(int classes, double threshold) {
        return new DecisionRule(Collections.nCopies(classes, threshold));
    }

    /** Items whose class {@code c} is the rarer the larger {@code c}; scores with {@code signal} parts of truth in the noise. */
    static ScoredItems random(int items, int classes, double signal, long seed) {
        Random random = new Random(seed);
        List<ScoredItem> scored = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            SortedSet<Integer> truth = new TreeSet<>();
            for (int c = 0; c < classes; c++) {
                if (random.nextDouble() < 0.4 / (c + 1)) {
                    truth.add(c);
                }
            }
            if (truth.isEmpty()) {
                truth.add(random.nextInt(classes));
            }
            double[] probabilities = IntStream.range(0, classes)
                    .mapToDouble(c -> signal * (truth.contains(c) ? 1 : 0) + (1 - signal) * random.nextDouble())
                    .toArray();
            scored.add(new ScoredItem(digest("item " + i), "item " + i, truth, probabilities, List.of()));
        }
        return new ScoredItems(classes(classes), scored);
    }

    /** How often each class truly occurs among the items, as if they were for training. */
    static ClassFrequencies frequencies(ScoredItems items) {
        List<Integer> counts = IntStream.range(0, items.classes().size())
                .mapToObj(c -> Ranking.count(items.truths(c)))
                .toList();
        return new ClassFrequencies(items.classes(), counts, items.items().size());
    }
}
