package ai.fomo.domain.evaluation;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges scores and the answers served from them. Set-based figures stand beside the constant that names as many classes
 * per item as the model does on average; ranking figures beside the prior. Classes that no judged item has are left out
 * of the means of average precision, AUC and F1, and so are, for AUC, classes that every item has.
 */
public final class Evaluator {
    private Evaluator() {}

    /** @param training frequencies among training items: constants know nothing of the judged ones */
    public static Judgement figures(ScoredItems items, DecisionRule rule, ClassFrequencies training) {
        if (!training.classes().equals(items.classes())) {
            throw new IllegalArgumentException(
                    "scores of " + items.classes() + " cannot be judged beside frequencies of " + training.classes());
        }
        Answers served = new Answers(items.classes().size());
        items.items()
                .forEach(item -> served.add(
                        item.truth(), rule.decide(item.probabilities()).classes()));
        Constants constants = new Constants(items, training);
        List<GenreFigures> genres = IntStream.range(0, items.classes().size())
                .mapToObj(genre -> genre(items, rule, served, genre))
                .toList();
        Figures figures = new Figures(
                Figure.of(
                        mean(genres, GenreFigures::averagePrecision),
                        mean(genres, genre -> prevalence(genre, items.items().size()))),
                Figure.of(mean(genres, GenreFigures::auc), 0.5),
                f1(served, constants, Answers::macroF1),
                f1(served, constants, Answers::microF1),
                beside(served, constants, Answers::samplePrecision),
                beside(served, constants, Answers::sampleRecall),
                beside(served, constants, Answers::atLeastOne),
                top(1, items, constants),
                top(2, items, constants));
        return new Judgement(figures, genres, served.genresPerItem());
    }

    private static GenreFigures genre(ScoredItems items, DecisionRule rule, Answers served, int genre) {
        double[] scores = items.scores(genre);
        boolean[] truths = items.truths(genre);
        int support = served.support(genre);
        return new GenreFigures(
                items.classes().get(genre),
                support,
                served.served(genre),
                support == 0 ? null : Ranking.averagePrecision(scores, truths),
                support == 0 || support == scores.length ? null : Ranking.auc(scores, truths),
                served.precision(genre),
                served.recall(genre),
                served.f1(genre),
                rule.thresholds().get(genre));
    }

    private static @Nullable Double prevalence(GenreFigures genre, int items) {
        return genre.support() == 0 ? null : (double) genre.support() / items;
    }

    /** Over the classes that have the measure; 0.5 where none has, which only AUC can come to. */
    private static double mean(List<GenreFigures> genres, Function<GenreFigures, @Nullable Double> measure) {
        return genres.stream()
                .map(measure)
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .average()
                .orElse(0.5);
    }

    private static Figure beside(Answers served, Constants constants, ToDoubleFunction<Answers> measure) {
        return Figure.of(measure.applyAsDouble(served), constants.matched(served.genresPerItem(), measure));
    }

    private static Figure f1(Answers served, Constants constants, ToDoubleFunction<Answers> measure) {
        Figure matched = beside(served, constants, measure);
        return new Figure(matched.value(), matched.constant(), constants.best(measure));
    }

    private static Figure top(int number, ScoredItems items, Constants constants) {
        Answers answers = new Answers(items.classes().size());
        items.items().forEach(item -> answers.add(item.truth(), mostProbable(number, item.probabilities())));
        return Figure.of(answers.atLeastOne(), constants.naming(number).atLeastOne());
    }

    /** Of equally probable classes the earlier one comes first. */
    private static SortedSet<Integer> mostProbable(int number, double[] probabilities) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, probabilities.length).boxed().toList());
        order.sort(comparingDouble((Integer genre) -> probabilities[genre]).reversed());
        return new TreeSet<>(order.subList(0, Math.min(number, order.size())));
    }
}
