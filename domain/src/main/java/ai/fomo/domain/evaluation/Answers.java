package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Sets of classes, one per item, beside the true ones: what set-based measures are computed from. The served answers of
 * a model and those of a constant are judged by the same code.
 */
final class Answers {
    private final List<SortedSet<Integer>> truths = new ArrayList<>();
    private final List<SortedSet<Integer>> answers = new ArrayList<>();
    private final int[] support;
    private final int[] served;
    private final int[] hits;

    Answers(int classes) {
        support = new int[classes];
        served = new int[classes];
        hits = new int[classes];
    }

    /** Every item answered in the same way. */
    static Answers constant(ScoredItems items, SortedSet<Integer> answer) {
        Answers answers = new Answers(items.classes().size());
        items.items().forEach(item -> answers.add(item.truth(), answer));
        return answers;
    }

    void add(SortedSet<Integer> truth, SortedSet<Integer> answer) {
        truths.add(truth);
        answers.add(answer);
        truth.forEach(genre -> support[genre]++);
        for (int genre : answer) {
            served[genre]++;
            hits[genre] += truth.contains(genre) ? 1 : 0;
        }
    }

    int support(int genre) {
        return support[genre];
    }

    int served(int genre) {
        return served[genre];
    }

    double precision(int genre) {
        return ratio(hits[genre], served[genre]);
    }

    double recall(int genre) {
        return ratio(hits[genre], support[genre]);
    }

    double f1(int genre) {
        return ratio(2.0 * hits[genre], served[genre] + support[genre]);
    }

    double genresPerItem() {
        return answers.stream().mapToInt(answer -> answer.size()).average().orElseThrow();
    }

    /** Over the classes that some item truly has: of the others F1 is 0 whatever is served. */
    double macroF1() {
        double sum = 0;
        int counted = 0;
        for (int genre = 0; genre < support.length; genre++) {
            if (support[genre] > 0) {
                sum += f1(genre);
                counted++;
            }
        }
        return sum / counted;
    }

    /** Of all pairs of item and class, those of classes that no item has included. */
    double microF1() {
        long found = 0;
        long all = 0;
        for (int genre = 0; genre < support.length; genre++) {
            found += hits[genre];
            all += served[genre] + support[genre];
        }
        return ratio(2.0 * found, all);
    }

    double samplePrecision() {
        return meanOverItems(answers);
    }

    double sampleRecall() {
        return meanOverItems(truths);
    }

    double atLeastOne() {
        int right = 0;
        for (int i = 0; i < truths.size(); i++) {
            right += common(i) > 0 ? 1 : 0;
        }
        return ratio(right, truths.size());
    }

    private double meanOverItems(List<SortedSet<Integer>> whole) {
        double sum = 0;
        for (int i = 0; i < truths.size(); i++) {
            sum += ratio(common(i), whole.get(i).size());
        }
        return sum / truths.size();
    }

    private int common(int item) {
        SortedSet<Integer> truth = truths.get(item);
        return (int) answers.get(item).stream()
                .filter(genre -> truth.contains(genre))
                .count();
    }

    private static double ratio(double part, long whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
