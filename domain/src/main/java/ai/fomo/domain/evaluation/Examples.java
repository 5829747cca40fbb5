package ai.fomo.domain.evaluation;

import static java.util.Comparator.comparing;

import ai.fomo.domain.poster.GenreConfidence;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;

/** Items that a model is most right and most wrong about. */
final class Examples {
    static final int NUMBER = 12;

    /** Keeps the loss of a class that was ruled out finite: no item outweighs all others by a claim of certainty. */
    private static final double EDGE = 1e-7;

    private final Contender model;
    private final List<Judged> judged;

    private record Judged(ScoredItem item, double loss) {}

    Examples(Contender model) {
        this.model = model;
        this.judged = model.items().items().stream()
                .map(item -> new Judged(item, loss(item)))
                .toList();
    }

    /** Those with the lowest loss, the lowest first; of equal ones that with the lower digest. */
    List<JudgedItem> best() {
        return first(comparing(Judged::loss));
    }

    /** Those with the highest loss, the highest first; of equal ones that with the lower digest. */
    List<JudgedItem> worst() {
        return first(comparing(Judged::loss).reversed());
    }

    private List<JudgedItem> first(Comparator<Judged> order) {
        return judged.stream()
                .sorted(order.thenComparing(one -> one.item().image()))
                .limit(NUMBER)
                .map(this::named)
                .toList();
    }

    private JudgedItem named(Judged one) {
        ScoredItem item = one.item();
        List<String> classes = model.items().classes();
        DecisionRule.Decision decision = model.rule().decide(item.probabilities());
        List<GenreConfidence> answer = decision.classes().stream()
                .map(genre -> new GenreConfidence(classes.get(genre), item.probabilities()[genre], decision.fallback()))
                .sorted(comparing(GenreConfidence::confidence).reversed())
                .toList();
        return new JudgedItem(
                item.image(), item.truth().stream().map(classes::get).toList(), answer, one.loss());
    }

    /** Mean binary cross-entropy over the classes. */
    static double loss(ScoredItem item) {
        SortedSet<Integer> truth = item.truth();
        double[] probabilities = item.probabilities();
        return IntStream.range(0, probabilities.length)
                .mapToDouble(genre -> {
                    double inside = Math.min(Math.max(probabilities[genre], EDGE), 1 - EDGE);
                    return -Math.log(truth.contains(genre) ? inside : 1 - inside);
                })
                .average()
                .orElseThrow();
    }
}
