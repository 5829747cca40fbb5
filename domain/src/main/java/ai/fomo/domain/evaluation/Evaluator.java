package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges scores and the answers served from them. Set-based figures stand beside the constant that names as many classes
 * per item as the model does on average; ranking figures beside the prior. Classes that no judged item has are left out
 * of macro means, and so are, for AUC, classes that every item has; where no class is left, AUC is 0.5 and the others are 0. In a
 * draw the same holds for the items drawn.
 */
public final class Evaluator {
    private static final int MODEL = 0;
    private static final int CONSTANT = 1;
    private static final int CHAMPION = 2;

    private Evaluator() {}

    /**
     * A model on items that it has not seen.
     *
     * @param training frequencies among training items: constants know nothing of the judged ones
     * @param champion the model in use on the same items; null where there is none to compare with
     */
    public static Judgement judge(
            Contender model, ClassFrequencies training, Bootstrap bootstrap, @Nullable ScoredChampion champion) {
        List<String> classes = model.items().classes();
        if (!training.classes().equals(classes)) {
            throw new IllegalArgumentException(
                    "scores of " + classes + " cannot be judged beside frequencies of " + training.classes());
        }
        Sample sample = new Sample(model.items());
        ModelFigures figures = new ModelFigures(sample, model.rule());
        ClassTally tally = figures.tally();
        List<Weighable> weighables = new ArrayList<>(List.of(figures, new ConstantFigures(sample, training, tally)));
        if (champion != null) {
            weighables.add(onSameItems(model, champion.contender()));
        }
        Draws draws = new Draws(sample.numberOfGroups(), bootstrap, weighables);
        Map<Measure, Double> best = BestConstants.of(sample, training);
        Map<Measure, Figure> overall = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            overall.put(measure, figure(draws, FigureRow.place(measure), measure.higherIsBetter(), best.get(measure)));
        }
        List<GenreFigures> genres = IntStream.range(0, classes.size())
                .mapToObj(genre -> genre(model, tally, draws, genre))
                .toList();
        return new Judgement(
                sample.items().size(),
                sample.numberOfGroups(),
                tally.servedPerItem(),
                new Figures(overall),
                genres,
                champion == null
                        ? null
                        : new ChampionComparison(
                                champion.version(), comparison(sample, tally, draws, MODEL, CHAMPION)));
    }

    /**
     * Two models on the same items, by draws that both share. Where nothing can be drawn, with a single group or a bootstrap
     * without draws, a gain may be anything.
     *
     * @throws IllegalArgumentException where they were not asked the same: other classes, or items with other images, truths or
     *     groups, or in another order
     */
    public static Comparison compare(Contender first, Contender second, Bootstrap bootstrap) {
        Sample sample = new Sample(first.items());
        ModelFigures figures = new ModelFigures(sample, first.rule());
        Draws draws = new Draws(sample.numberOfGroups(), bootstrap, List.of(figures, onSameItems(first, second)));
        return comparison(sample, figures.tally(), draws, 0, 1);
    }

    private static ModelFigures onSameItems(Contender first, Contender second) {
        SameItems.check(first.items(), second.items());
        return new ModelFigures(new Sample(second.items()), second.rule());
    }

    private static Figure figure(Draws draws, int place, boolean higherIsBetter, @Nullable Double best) {
        return new Figure(
                draws.actual(MODEL).at(place),
                draws.actual(CONSTANT).at(place),
                best,
                draws.interval(MODEL, place),
                draws.gain(MODEL, CONSTANT, place, higherIsBetter));
    }

    private static GenreFigures genre(Contender model, ClassTally tally, Draws draws, int genre) {
        Map<GenreMeasure, Figure> figures = new EnumMap<>(GenreMeasure.class);
        for (GenreMeasure measure : GenreMeasure.values()) {
            int place = FigureRow.place(genre, measure);
            if (draws.actual(MODEL).has(place)) {
                boolean f1 = measure == GenreMeasure.F1;
                figures.put(
                        measure,
                        figure(draws, place, true, f1 ? ConstantFigures.f1(1, tally.prevalence(genre)) : null));
            }
        }
        return new GenreFigures(
                model.items().classes().get(genre),
                (int) tally.support(genre),
                (int) tally.served(genre),
                model.rule().thresholds().get(genre),
                figures);
    }

    private static Comparison comparison(Sample sample, ClassTally tally, Draws draws, int first, int second) {
        Map<Measure, Difference> overall = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            overall.put(measure, difference(draws, first, second, FigureRow.place(measure), measure.higherIsBetter()));
        }
        List<GenreDifference> genres = new ArrayList<>();
        for (int genre = 0; genre < sample.classes().size(); genre++) {
            Map<GenreMeasure, Difference> measures = new EnumMap<>(GenreMeasure.class);
            for (GenreMeasure measure : GenreMeasure.values()) {
                int place = FigureRow.place(genre, measure);
                if (draws.actual(first).has(place) && draws.actual(second).has(place)) {
                    measures.put(measure, difference(draws, first, second, place, true));
                }
            }
            genres.add(new GenreDifference(sample.classes().get(genre), (int) tally.support(genre), measures));
        }
        return new Comparison(sample.items().size(), sample.numberOfGroups(), overall, genres);
    }

    private static Difference difference(Draws draws, int first, int second, int place, boolean higherIsBetter) {
        double one = draws.actual(first).at(place);
        double other = draws.actual(second).at(place);
        Estimate gain = draws.gain(first, second, place, higherIsBetter);
        return new Difference(
                one, other, gain != null ? gain : Estimate.ofNothingDrawn(higherIsBetter ? one - other : other - one));
    }
}
