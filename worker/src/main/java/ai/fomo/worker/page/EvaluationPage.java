package ai.fomo.worker.page;

import ai.fomo.activities.evaluation.ReportContent;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.TrainingConfiguration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as a page for people who decide, and for those who ask later why.
 *
 * @param posters null where no labelled posters were judged
 * @param genres the best supported first
 * @param curves one per genre, in the order of {@code genres}
 * @param confusion null where the evaluation recorded none
 * @param shares of genres, the most frequent in training first
 * @param slices the shift that matters first, then by kind
 */
public record EvaluationPage(
        ReportContent content,
        Verdict verdict,
        FigureRows test,
        @Nullable FigureRows posters,
        List<GenreRow> genres,
        List<CurvePlot> curves,
        CalibrationPlot calibration,
        @Nullable HeatMap confusion,
        List<SliceTable> slices,
        @Nullable LossPlot losses,
        List<GenreShare> shares,
        Gallery gallery) {

    /** A page without the pictures takes 200 to 400 kB; with them it can still be sent by mail. */
    private static final int PICTURES = 900_000;

    static EvaluationPage of(ReportContent content) {
        Evaluation evaluation = content.evaluation();
        Judgement posters = evaluation.posters();
        List<GenreRow> genres = GenreRow.of(evaluation);
        return new EvaluationPage(
                content,
                Verdict.of(content),
                FigureRows.of(evaluation.test()),
                posters == null ? null : FigureRows.of(posters),
                genres,
                CurvePlot.of(evaluation, genres),
                CalibrationPlot.of(evaluation.detail().calibration()),
                HeatMap.ofAnswers(evaluation),
                SliceTable.of(evaluation),
                content.epochs().isEmpty() ? null : LossPlot.of(content.epochs()),
                GenreShare.of(content.training(), evaluation.test()),
                Gallery.of(evaluation.detail(), new SampleCovers(content.images(), PICTURES)));
    }

    /** {@code 256, 128}, or {@code none}. */
    public static String hiddenUnits(TrainingConfiguration configuration) {
        return configuration.hiddenUnits().isEmpty()
                ? "none"
                : configuration.hiddenUnits().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Why there are no figures of a champion, where there are none. */
    public String noComparison() {
        if (evaluation().test().champion() != null) {
            return "not compared by this measure";
        }
        ModelVersion champion = evaluation().source().champion();
        if (champion == null) {
            return "there was none to compare with";
        }
        return champion.version() == evaluation().source().model().version()
                ? "it was the champion itself"
                : "the champion, model " + champion.version()
                        + ", answers in other classes or takes other features, so it was not compared with";
    }

    public Evaluation evaluation() {
        return content.evaluation();
    }
}
