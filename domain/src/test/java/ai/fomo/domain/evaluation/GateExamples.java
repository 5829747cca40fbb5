package ai.fomo.domain.evaluation;

import static ai.fomo.domain.Digests.digest;

import ai.fomo.domain.RunId;
import ai.fomo.domain.registry.ModelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluations of which only what a rule looks at is said. */
final class GateExamples {
    static final ModelVersion MODEL = new ModelVersion(4, digest("model"));
    static final ModelVersion CHAMPION = new ModelVersion(3, digest("champion"));

    private GateExamples() {}

    static Estimate estimate(double value, double standardError) {
        return new Estimate(value, standardError, new Interval(value - 2 * standardError, value + 2 * standardError));
    }

    static Figure lifted(double value, double constant, double standardError) {
        return new Figure(value, constant, null, null, estimate(value - constant, standardError));
    }

    static GenreFigures genre(String name, int support) {
        return new GenreFigures(name, support, support, 0.5, Map.of());
    }

    static Judgement judgement(
            int items, Map<Measure, Figure> figures, List<GenreFigures> genres, @Nullable ChampionComparison champion) {
        return new Judgement(items, items / 2, 1.5, new Figures(figures), genres, champion);
    }

    static Evaluation evaluation(
            Judgement test, @Nullable Judgement posters, TrainingOverlap overlap, List<CalibrationBin> bins) {
        return evaluation(test, posters, overlap, bins, null);
    }

    static Evaluation evaluation(
            Judgement test,
            @Nullable Judgement posters,
            TrainingOverlap overlap,
            List<CalibrationBin> bins,
            @Nullable ModelVersion champion) {
        return new Evaluation(
                Evaluation.FORMAT,
                new EvaluationSource(
                        new RunId("retrain-test-1"),
                        MODEL,
                        digest("dataset"),
                        digest("scores"),
                        null,
                        null,
                        overlap,
                        Bootstrap.standard(),
                        champion),
                test,
                posters,
                List.of(),
                List.of(),
                new EvaluationDetail(List.of(), bins, List.of(), List.of(), List.of()));
    }

    static Evaluation evaluation(Judgement test) {
        return evaluation(test, null, overlap(0, 0, 0), List.of());
    }

    static Evaluation figure(Measure measure, Figure figure) {
        return evaluation(judgement(100, Map.of(measure, figure), List.of(), null));
    }

    /** Not compared with this champion. */
    static Evaluation beside(Judgement test, @Nullable Judgement posters, ModelVersion champion) {
        return evaluation(test, posters, overlap(0, 0, 0), List.of(), champion);
    }

    static TrainingOverlap overlap(int images, int copies, int groups) {
        return new TrainingOverlap(List.of(digest("dataset")), images, copies, groups, List.of());
    }

    static ChampionComparison champion(Measure measure, double value, double champion) {
        Difference difference = new Difference(value, champion, estimate(measure.gain(value, champion), 0.01));
        return new ChampionComparison(CHAMPION, new Comparison(100, 50, Map.of(measure, difference), List.of()));
    }

    static Evaluation against(Measure measure, double value, double champion) {
        return evaluation(judgement(100, Map.of(), List.of(), champion(measure, value, champion)));
    }

    /** Genres A, B, ... that have become worse by so much, each with the same standard error. */
    static Evaluation losing(double standardError, int support, double... losses) {
        List<GenreDifference> genres = new ArrayList<>();
        for (double loss : losses) {
            genres.add(new GenreDifference(
                    String.valueOf((char) ('A' + genres.size())),
                    support,
                    Map.of(
                            GenreMeasure.AVERAGE_PRECISION,
                            new Difference(0.5 - loss, 0.5, estimate(-loss, standardError)))));
        }
        return evaluation(judgement(
                100, Map.of(), List.of(), new ChampionComparison(CHAMPION, new Comparison(100, 50, Map.of(), genres))));
    }
}
