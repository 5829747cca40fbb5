package ai.fomo.domain.evaluation;

import java.util.List;

/**
 * The precision-recall curve of a class, thinned to what a plot can show.
 *
 * @param points by ascending recall; none where no item has the class
 * @param served where the answers that are served put it, fallback included; 0 for what is not defined
 */
public record GenreCurve(String genre, List<CurvePoint> points, CurvePoint served) {
    public GenreCurve {
        points = List.copyOf(points);
    }
}
