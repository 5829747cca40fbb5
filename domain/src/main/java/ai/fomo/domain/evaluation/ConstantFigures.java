package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What answers that never look at an image reach, beside a model. Which constant it is follows from what the model serves for the
 * items as they are; a weighting measures that same constant.
 */
final class ConstantFigures implements Weighable {
    /** A guess. */
    static final double AUC = 0.5;

    private static final int ITEMS = 0;
    private static final int MEANS = 1;
    private static final int SUPPORT = MEANS + Match.MEASURES.size();

    private final ClassFrequencies training;
    private final Constants constants;
    private final double[] servedShares;
    private final int size;
    private final double shareOfLarger;
    private final GroupSums sums;

    /** @param model on the items as they are */
    ConstantFigures(Sample sample, ClassFrequencies training, ClassTally model) {
        this.training = training;
        this.constants = new Constants(training);
        this.servedShares = new double[training.classes().size()];
        Arrays.setAll(servedShares, model::servedShare);
        size = (int) model.servedPerItem();
        shareOfLarger = model.servedPerItem() - size;
        sums = new GroupSums(sample.numberOfGroups(), SUPPORT + servedShares.length);
        for (int i = 0; i < sample.items().size(); i++) {
            add(sample.group(i), sample.items().get(i));
        }
    }

    private void add(int group, ScoredItem item) {
        sums.add(group, ITEMS, 1);
        for (int m = 0; m < Match.MEASURES.size(); m++) {
            Measure measure = Match.MEASURES.get(m);
            sums.add(
                    group,
                    MEANS + m,
                    switch (measure) {
                        case TOP_1 -> constants.match(1, item.truth()).measure(measure);
                        case TOP_2 -> constants.match(2, item.truth()).measure(measure);
                        default ->
                            between(
                                    constants.match(size, item.truth()).measure(measure),
                                    constants.match(size + 1, item.truth()).measure(measure));
                    });
        }
        item.truth().forEach(genre -> sums.add(group, SUPPORT + genre, 1));
    }

    /** The two constants nearest in size, mixed so that they name as many classes per item as the model does. */
    private double between(double smaller, double larger) {
        return smaller + shareOfLarger * (larger - smaller);
    }

    @Override
    public List<FigureRow> weighted(Weightings weightings) {
        List<FigureRow> rows = new ArrayList<>();
        for (double[] totals : sums.totals(weightings)) {
            rows.add(row(totals));
        }
        return rows;
    }

    private FigureRow row(double[] totals) {
        FigureRow row = new FigureRow(servedShares.length);
        double items = totals[ITEMS];
        double[] support = Arrays.copyOfRange(totals, SUPPORT, SUPPORT + servedShares.length);
        for (int m = 0; m < Match.MEASURES.size(); m++) {
            row.put(Match.MEASURES.get(m), totals[MEANS + m] / items);
        }
        ClassTally smaller = constants.tally(size, items, support);
        ClassTally larger = constants.tally(size + 1, items, support);
        ClassTally.MEASURES.forEach(
                measure -> row.put(measure, between(smaller.measure(measure), larger.measure(measure))));
        row.put(Measure.MEAN_AVERAGE_PRECISION, smaller.macro(smaller::prevalence));
        row.put(Measure.MACRO_AUC, AUC);
        row.put(Measure.CALIBRATION_ERROR, calibrationError(items, support));
        for (int genre = 0; genre < support.length; genre++) {
            double prevalence = support[genre] / items;
            double served = servedShares[genre];
            row.put(genre, GenreMeasure.AVERAGE_PRECISION, prevalence);
            row.put(genre, GenreMeasure.AUC, AUC);
            row.put(genre, GenreMeasure.PRECISION, prevalence);
            row.put(genre, GenreMeasure.RECALL, served);
            row.put(genre, GenreMeasure.F1, f1(served, prevalence));
        }
        return row;
    }

    /** Of naming a class for a share of the items, whichever they are: hits are served times prevalence. */
    static double f1(double served, double prevalence) {
        return served + prevalence == 0 ? 0 : 2 * served * prevalence / (served + prevalence);
    }

    /** Of giving each class, for every item, its share of the training items. */
    private double calibrationError(double items, double[] support) {
        double[] excess = new double[CalibrationBins.NUMBER];
        for (int genre = 0; genre < support.length; genre++) {
            double share = training.share(genre);
            excess[CalibrationBins.of(share)] += items * share - support[genre];
        }
        return IntStream.range(0, excess.length)
                        .mapToDouble(bin -> Math.abs(excess[bin]))
                        .sum()
                / (items * support.length);
    }
}
