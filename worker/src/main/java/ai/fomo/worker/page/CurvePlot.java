package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.CurvePoint;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.GenreCurve;
import ai.fomo.domain.evaluation.GenreMeasure;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The precision-recall curve of a genre as a small drawing, {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param path of the curve in SVG's terms; empty where no item has the genre
 * @param prevalence height of the line that a constant would draw; null where no item has the genre
 * @param servedX where the threshold puts the model; null where it serves the genre nowhere
 * @param servedY null where {@code servedX} is
 */
public record CurvePlot(
        GenreRow genre,
        String path,
        @Nullable String prevalence,
        @Nullable String servedX,
        @Nullable String servedY,
        String words) {
    public static final int WIDTH = 170;
    public static final int HEIGHT = 150;
    public static final int LEFT = 30;
    public static final int RIGHT = 162;
    public static final int TOP = 8;
    public static final int BOTTOM = 116;

    static List<CurvePlot> of(Evaluation evaluation, List<GenreRow> genres) {
        Map<String, GenreCurve> curves = evaluation.detail().curves().stream()
                .collect(Collectors.toMap(GenreCurve::genre, Function.identity(), (first, second) -> first));
        return genres.stream()
                .flatMap(genre ->
                        Stream.ofNullable(curves.get(genre.figures().genre())).map(curve -> of(genre, curve)))
                .toList();
    }

    private static CurvePlot of(GenreRow genre, GenreCurve curve) {
        String name = genre.figures().genre();
        if (curve.points().isEmpty()) {
            return new CurvePlot(genre, "", null, null, null, name + ": no test item has it");
        }
        boolean served = genre.figures().served() > 0;
        return new CurvePlot(
                genre,
                path(curve.points()),
                genre.figures()
                        .of(GenreMeasure.AVERAGE_PRECISION)
                        .map(Figure::constant)
                        .map(CurvePlot::y)
                        .orElse(null),
                served ? x(curve.served().recall()) : null,
                served ? y(curve.served().precision()) : null,
                name + ": average precision " + genre.value(GenreMeasure.AVERAGE_PRECISION) + ", served at precision "
                        + genre.value(GenreMeasure.PRECISION) + " and recall " + genre.value(GenreMeasure.RECALL));
    }

    /** Points that would fall on the one before are left out. */
    private static String path(List<CurvePoint> points) {
        StringBuilder path = new StringBuilder();
        String before = "";
        for (CurvePoint point : points) {
            String here = x(point.recall()) + " " + y(point.precision());
            if (!here.equals(before)) {
                path.append(path.isEmpty() ? "M" : "L").append(here);
                before = here;
            }
        }
        return path.toString();
    }

    private static String x(double recall) {
        return Scale.coordinate(LEFT + recall * (RIGHT - LEFT));
    }

    private static String y(double precision) {
        return Scale.coordinate(BOTTOM - precision * (BOTTOM - TOP));
    }
}
