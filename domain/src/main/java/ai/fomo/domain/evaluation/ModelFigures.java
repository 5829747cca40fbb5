package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The figures of a model: of the answers that it serves, of the order of its scores, and of how far they can be believed. */
final class ModelFigures implements Weighable {
    private static final int ITEMS = 0;
    private static final int MEANS = 1;
    private static final int BINS = MEANS + Match.MEASURES.size();
    private static final int SERVED = BINS + CalibrationBins.NUMBER;

    private final int groups;
    private final int classes;
    private final GroupSums sums;
    private final List<Ranking> rankings;

    ModelFigures(Sample sample, DecisionRule rule) {
        classes = sample.classes().size();
        groups = sample.numberOfGroups();
        sums = new GroupSums(groups, SERVED + 3 * classes);
        for (int i = 0; i < sample.items().size(); i++) {
            ScoredItem item = sample.items().get(i);
            add(sample.group(i), item, rule.decide(item.probabilities()).classes());
        }
        for (int genre = 0; genre < classes; genre++) {
            addToBins(sample, genre);
        }
        rankings =
                IntStream.range(0, classes).parallel().mapToObj(sample::ranking).toList();
    }

    private void add(int group, ScoredItem item, Set<Integer> served) {
        Set<Integer> truth = item.truth();
        sums.add(group, ITEMS, 1);
        int common = (int) served.stream().filter(truth::contains).count();
        for (int m = 0; m < Match.MEASURES.size(); m++) {
            Measure measure = Match.MEASURES.get(m);
            Match match = new Match(
                    truth.size(),
                    served.size(),
                    switch (measure) {
                        case TOP_1 -> commonAmongMostProbable(1, item);
                        case TOP_2 -> commonAmongMostProbable(2, item);
                        default -> common;
                    });
            sums.add(group, MEANS + m, match.measure(measure));
        }
        for (int genre : served) {
            sums.add(group, SERVED + genre, 1);
            sums.add(group, SERVED + 2 * classes + genre, truth.contains(genre) ? 1 : 0);
        }
        truth.forEach(genre -> sums.add(group, SERVED + classes + genre, 1));
    }

    /** The error of a bin is that of its sums: neither needs to be divided by the number of pairs in it. */
    private void addToBins(Sample sample, int genre) {
        boolean[] truths = sample.truths(genre);
        for (int i = 0; i < truths.length; i++) {
            double confidence = sample.items().get(i).probabilities()[genre];
            sums.add(sample.group(i), BINS + CalibrationBins.of(confidence), confidence - (truths[i] ? 1 : 0));
        }
    }

    /** Of equally probable classes the earlier one comes first. */
    private static int commonAmongMostProbable(int number, ScoredItem item) {
        boolean[] named = new boolean[item.probabilities().length];
        int common = 0;
        for (int n = 0; n < Math.min(number, named.length); n++) {
            int most = -1;
            for (int genre = 0; genre < named.length; genre++) {
                if (!named[genre] && (most < 0 || item.probabilities()[genre] > item.probabilities()[most])) {
                    most = genre;
                }
            }
            named[most] = true;
            common += item.truth().contains(most) ? 1 : 0;
        }
        return common;
    }

    @Override
    public List<FigureRow> weighted(Weightings weightings) {
        List<FigureRow> rows = new ArrayList<>();
        for (double[] totals : sums.totals(weightings)) {
            FigureRow row = new FigureRow(classes);
            count(row, totals);
            rows.add(row);
        }
        for (int genre = 0; genre < classes; genre++) {
            List<Ranking.Quality> qualities = rankings.get(genre).weighted(weightings);
            for (int w = 0; w < rows.size(); w++) {
                rows.get(w)
                        .put(
                                genre,
                                GenreMeasure.AVERAGE_PRECISION,
                                qualities.get(w).averagePrecision());
                rows.get(w).put(genre, GenreMeasure.AUC, qualities.get(w).auc());
            }
        }
        for (FigureRow row : rows) {
            row.put(Measure.MEAN_AVERAGE_PRECISION, mean(row, GenreMeasure.AVERAGE_PRECISION, 0));
            row.put(Measure.MACRO_AUC, mean(row, GenreMeasure.AUC, ConstantFigures.AUC));
        }
        return rows;
    }

    /** Over the classes of which the measure is defined. */
    private double mean(FigureRow row, GenreMeasure measure, double ofNone) {
        return IntStream.range(0, classes)
                .map(genre -> FigureRow.place(genre, measure))
                .filter(row::has)
                .mapToDouble(row::at)
                .average()
                .orElse(ofNone);
    }

    /** Of the items as they are. */
    ClassTally tally() {
        return tally(sums.totals(Weightings.once(groups))[0]);
    }

    private ClassTally tally(double[] totals) {
        int support = SERVED + classes;
        int hits = support + classes;
        return new ClassTally(
                totals[ITEMS],
                Arrays.copyOfRange(totals, SERVED, support),
                Arrays.copyOfRange(totals, support, hits),
                Arrays.copyOfRange(totals, hits, hits + classes));
    }

    private void count(FigureRow row, double[] totals) {
        for (int m = 0; m < Match.MEASURES.size(); m++) {
            row.put(Match.MEASURES.get(m), totals[MEANS + m] / totals[ITEMS]);
        }
        ClassTally tally = tally(totals);
        ClassTally.MEASURES.forEach(measure -> row.put(measure, tally.measure(measure)));
        for (int genre = 0; genre < classes; genre++) {
            if (tally.served(genre) > 0) {
                row.put(genre, GenreMeasure.PRECISION, tally.precision(genre));
            }
            if (tally.support(genre) > 0) {
                row.put(genre, GenreMeasure.RECALL, tally.recall(genre));
                row.put(genre, GenreMeasure.F1, tally.f1(genre));
            }
        }
        double errors = IntStream.range(BINS, SERVED)
                .mapToDouble(bin -> Math.abs(totals[bin]))
                .sum();
        row.put(Measure.CALIBRATION_ERROR, errors / (totals[ITEMS] * classes));
    }
}
