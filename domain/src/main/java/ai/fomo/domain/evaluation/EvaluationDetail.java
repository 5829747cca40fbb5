package ai.fomo.domain.evaluation;

import java.util.List;

/**
 * What figures alone do not show.
 *
 * @param curves one per class
 * @param calibration 15 bins of equal width
 * @param confusion items by true class (row) and served class (column); an item counts in every pair that it has
 * @param best items with the lowest loss, the lowest first
 * @param worst items with the highest loss, the highest first
 */
public record EvaluationDetail(
        List<GenreCurve> curves,
        List<CalibrationBin> calibration,
        List<List<Integer>> confusion,
        List<JudgedItem> best,
        List<JudgedItem> worst) {
    public EvaluationDetail {
        curves = List.copyOf(curves);
        calibration = List.copyOf(calibration);
        confusion = confusion.stream().map(List::copyOf).toList();
        best = List.copyOf(best);
        worst = List.copyOf(worst);
    }
}
