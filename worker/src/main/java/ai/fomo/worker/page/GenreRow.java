package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.ChampionComparison;
import ai.fomo.domain.evaluation.Difference;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.GenreDifference;
import ai.fomo.domain.evaluation.GenreFigures;
import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.domain.evaluation.UnderServed;
import ai.fomo.worker.view.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A genre on test items.
 *
 * @param gain in average precision over the champion; null where there is none to compare with
 * @param underServed whether the evaluation names it so
 */
public record GenreRow(GenreFigures figures, FigureRows.@Nullable Signed gain, boolean underServed) {
    /** What stands where there is no figure. */
    public static final String NONE = "–";

    static List<GenreRow> of(Evaluation evaluation) {
        List<String> underServed =
                evaluation.underServed().stream().map(UnderServed::genre).toList();
        return evaluation.test().genres().stream()
                .sorted(Comparator.comparingInt(genre -> -genre.support()))
                .map(genre -> new GenreRow(
                        genre, gain(evaluation.test().champion(), genre.genre()), underServed.contains(genre.genre())))
                .toList();
    }

    /** {@code 0.512}, or a dash where no item allows for the measure. */
    public String value(GenreMeasure measure) {
        return figures.of(measure).map(figure -> Numbers.three(figure.value())).orElse(NONE);
    }

    public String interval(GenreMeasure measure) {
        return figures.of(measure)
                .map(Figure::interval)
                .map(FigureRows::interval)
                .orElse("");
    }

    /** What the constant reaches, in three digits. */
    public String constant(GenreMeasure measure) {
        return figures.of(measure)
                .map(figure -> Numbers.three(figure.constant()))
                .orElse(NONE);
    }

    private static FigureRows.@Nullable Signed gain(@Nullable ChampionComparison champion, String genre) {
        if (champion == null) {
            return null;
        }
        Optional<Difference> difference = champion.comparison().genres().stream()
                .filter(candidate -> candidate.genre().equals(genre))
                .map(GenreDifference::measures)
                .flatMap(measures -> Optional.ofNullable(measures.get(GenreMeasure.AVERAGE_PRECISION)).stream())
                .findFirst();
        return difference
                .map(found ->
                        FigureRows.Signed.of(found.gain().value(), found.gain().interval()))
                .orElse(null);
    }
}
