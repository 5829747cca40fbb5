package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The answers that never look at an image: the most frequent training classes, for every item alike. */
final class Constants {
    private final List<Answers> bySize = new ArrayList<>();

    Constants(ScoredItems items, ClassFrequencies training) {
        for (int size = 1; size <= training.classes().size(); size++) {
            bySize.add(Answers.constant(items, training.mostFrequent(size)));
        }
    }

    /** The constant that names so many classes. */
    Answers naming(int classes) {
        return bySize.get(Math.min(classes, bySize.size()) - 1);
    }

    /**
     * What the constant reaches that names {@code genresPerItem} classes, interpolated between the two nearest whole
     * numbers: it answers with the larger one for the matching share of items.
     */
    double matched(double genresPerItem, ToDoubleFunction<Answers> measure) {
        int floor = Math.max(1, (int) Math.floor(genresPerItem));
        double share = Math.max(0, genresPerItem - floor);
        double below = measure.applyAsDouble(naming(floor));
        return below + share * (measure.applyAsDouble(naming(floor + 1)) - below);
    }

    /** What the best constant of any size reaches. */
    double best(ToDoubleFunction<Answers> measure) {
        return bySize.stream()
                .mapToDouble(measure)
                .boxed()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
