package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out what figures alone do not show. */
public final class EvaluationDetails {
    private EvaluationDetails() {}

    public static EvaluationDetail of(Contender model) {
        int classes = model.items().classes().size();
        int[][] confusion = new int[classes][classes];
        int[] served = new int[classes];
        int[] support = new int[classes];
        for (ScoredItem item : model.items().items()) {
            Set<Integer> answer = model.rule().decide(item.probabilities()).classes();
            answer.forEach(genre -> served[genre]++);
            for (int genre : item.truth()) {
                support[genre]++;
                answer.forEach(other -> confusion[genre][other]++);
            }
        }
        List<GenreCurve> curves = IntStream.range(0, classes)
                .mapToObj(genre -> {
                    int hits = confusion[genre][genre];
                    return new GenreCurve(
                            model.items().classes().get(genre),
                            PrecisionRecallCurve.of(model.items(), genre),
                            new CurvePoint(ratio(hits, support[genre]), ratio(hits, served[genre])));
                })
                .toList();
        Examples examples = new Examples(model);
        return new EvaluationDetail(
                curves,
                calibration(model.items()),
                Arrays.stream(confusion)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                examples.best(),
                examples.worst());
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static List<CalibrationBin> calibration(ScoredItems items) {
        int[] pairs = new int[CalibrationBins.NUMBER];
        double[] confidence = new double[CalibrationBins.NUMBER];
        double[] truths = new double[CalibrationBins.NUMBER];
        for (ScoredItem item : items.items()) {
            for (int genre = 0; genre < item.probabilities().length; genre++) {
                int bin = CalibrationBins.of(item.probabilities()[genre]);
                pairs[bin]++;
                confidence[bin] += item.probabilities()[genre];
                truths[bin] += item.truth().contains(genre) ? 1 : 0;
            }
        }
        List<CalibrationBin> bins = new ArrayList<>();
        for (int bin = 0; bin < CalibrationBins.NUMBER; bin++) {
            int number = Math.max(1, pairs[bin]);
            bins.add(new CalibrationBin(
                    CalibrationBins.low(bin),
                    CalibrationBins.low(bin + 1),
                    pairs[bin],
                    confidence[bin] / number,
                    truths[bin] / number));
        }
        return bins;
    }
}
