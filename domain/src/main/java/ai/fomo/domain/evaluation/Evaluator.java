package ai.fomo.domain.evaluation;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /**
     * A model on items that it has not seen.
     *
     * @param training frequencies among training items: constants know nothing of the judged ones
     * @param champion the model in use on the same items; null where there is none to compare with
     */
    public static Judgement judge(
            Contender model, ClassFrequencies training, Bootstrap bootstrap, @Nullable ScoredChampion champion) {
        ScoredItems items = model.items();
        DecisionRule rule = model.rule();
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
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        figures.put(
                Measure.MEAN_AVERAGE_PRECISION,
                Figure.of(
                        mean(genres, genre -> value(genre, GenreMeasure.AVERAGE_PRECISION)),
                        mean(genres, genre -> prevalence(genre, items.items().size()))));
        figures.put(Measure.MACRO_AUC, Figure.of(mean(genres, genre -> value(genre, GenreMeasure.AUC)), 0.5));
        figures.put(Measure.MACRO_F1, f1(served, constants, Answers::macroF1));
        figures.put(Measure.MICRO_F1, f1(served, constants, Answers::microF1));
        figures.put(Measure.SAMPLE_PRECISION, beside(served, constants, Answers::samplePrecision));
        figures.put(Measure.SAMPLE_RECALL, beside(served, constants, Answers::sampleRecall));
        figures.put(Measure.AT_LEAST_ONE, beside(served, constants, Answers::atLeastOne));
        figures.put(Measure.TOP_1, top(1, items, constants));
        figures.put(Measure.TOP_2, top(2, items, constants));
        return new Judgement(
                items.items().size(), items.items().size(), served.genresPerItem(), new Figures(figures), genres, null);
    }

    /** Two models on the same items. */
    public static Comparison compare(Contender first, Contender second, Bootstrap bootstrap) {
        return new Comparison(0, 0, Map.of(), List.of());
    }

    private static @Nullable Double value(GenreFigures genre, GenreMeasure measure) {
        return genre.of(measure).map(Figure::value).orElse(null);
    }

    private static GenreFigures genre(ScoredItems items, DecisionRule rule, Answers served, int genre) {
        double[] scores = items.scores(genre);
        boolean[] truths = items.truths(genre);
        int support = served.support(genre);
        Map<GenreMeasure, Figure> figures = new EnumMap<>(GenreMeasure.class);
        if (support > 0) {
            figures.put(
                    GenreMeasure.AVERAGE_PRECISION,
                    Figure.of(Ranking.averagePrecision(scores, truths), (double) support / scores.length));
            figures.put(GenreMeasure.RECALL, Figure.of(served.recall(genre), 0));
            figures.put(GenreMeasure.F1, Figure.of(served.f1(genre), 0));
        }
        if (support > 0 && support < scores.length) {
            figures.put(GenreMeasure.AUC, Figure.of(Ranking.auc(scores, truths), 0.5));
        }
        if (served.served(genre) > 0) {
            figures.put(GenreMeasure.PRECISION, Figure.of(served.precision(genre), 0));
        }
        return new GenreFigures(
                items.classes().get(genre),
                support,
                served.served(genre),
                rule.thresholds().get(genre),
                figures);
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
        return new Figure(matched.value(), matched.constant(), constants.best(measure), null, null);
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
