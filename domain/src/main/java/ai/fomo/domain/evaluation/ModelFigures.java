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
        rankings =
                IntStream.range(0, classes).parallel().mapToObj(sample::ranking).toList();
    }

    private void add(int group, ScoredItem item, Set<Integer> served) {
        Set<Integer> truth = item.truth();
        sums.add(group, ITEMS, 1);
        for (int m = 0; m < Match.MEASURES.size(); m++) {
            Measure measure = Match.MEASURES.get(m);
            int common = switch (measure) {
                case TOP_1 -> commonAmongMostProbable(1, item);
                case TOP_2 -> commonAmongMostProbable(2, item);
                default -> (int) served.stream().filter(truth::contains).count();
            };
            sums.add(group, MEANS + m, new Match(truth.size(), served.size(), common).measure(measure));
        }
        for (int genre : served) {
            sums.add(group, SERVED + genre, 1);
            sums.add(group, SERVED + 2 * classes + genre, truth.contains(genre) ? 1 : 0);
        }
        truth.forEach(genre -> sums.add(group, SERVED + classes + genre, 1));
        // The error of a bin is that of its sums: neither needs to be divided by the number of pairs in it.
        for (int genre = 0; genre < classes; genre++) {
            double confidence = item.probabilities()[genre];
            double excess = confidence - (truth.contains(genre) ? 1 : 0);
            sums.add(group, BINS + CalibrationBins.of(confidence), excess);
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
    public List<FigureRow> weighted(int[][] weightings) {
        double[][] totals = sums.totals(weightings);
        List<FigureRow> rows = new ArrayList<>();
        for (int w = 0; w < weightings.length; w++) {
            FigureRow row = new FigureRow(classes);
            rank(row, weightings[w]);
            count(row, totals[w]);
            rows.add(row);
        }
        return rows;
    }

    /** Of the items as they are. */
    ClassTally tally() {
        int[] once = new int[groups];
        Arrays.fill(once, 1);
        return tally(sums.totals(new int[][] {once})[0]);
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

    private void rank(FigureRow row, int[] weights) {
        double[] averagePrecisions = new double[classes];
        double[] aucs = new double[classes];
        for (int genre = 0; genre < classes; genre++) {
            Ranking.Quality quality = rankings.get(genre).weighted(weights);
            averagePrecisions[genre] = quality.averagePrecision();
            aucs[genre] = quality.auc();
            row.put(genre, GenreMeasure.AVERAGE_PRECISION, quality.averagePrecision());
            row.put(genre, GenreMeasure.AUC, quality.auc());
        }
        row.put(Measure.MEAN_AVERAGE_PRECISION, meanOfDefined(averagePrecisions, 0));
        row.put(Measure.MACRO_AUC, meanOfDefined(aucs, ConstantFigures.AUC));
    }

    private static double meanOfDefined(double[] figures, double ofNone) {
        return Arrays.stream(figures)
                .filter(figure -> !Double.isNaN(figure))
                .average()
                .orElse(ofNone);
    }
}
