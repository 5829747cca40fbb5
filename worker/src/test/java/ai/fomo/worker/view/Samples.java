package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.poster.Evidence;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.workflows.retrain.RetrainOutcome;
import ai.fomo.workflows.retrain.RetrainResult;
import ai.fomo.workflows.retrain.StageTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as the platform gives them. */
final class Samples {
    static final Sha256 DIGEST = new Sha256("ab".repeat(32));

    private Samples() {}

    static Figures figures() {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            figures.put(measure, Figure.of(0.455, 0.302));
        }
        figures.put(Measure.MEAN_AVERAGE_PRECISION, Figure.of(0.512, 0.187));
        figures.put(Measure.MACRO_AUC, Figure.of(0.801, 0.5));
        figures.put(Measure.MACRO_F1, new Figure(0.434, 0.121, 0.333, null, null));
        figures.put(Measure.MICRO_F1, new Figure(0.498, 0.251, 0.333, null, null));
        figures.put(Measure.SAMPLE_RECALL, Figure.of(0.601, 0.402));
        figures.put(Measure.AT_LEAST_ONE, Figure.of(0.83, 0.84));
        figures.put(Measure.TOP_1, Figure.of(0.61, 0.41));
        figures.put(Measure.TOP_2, Figure.of(0.777, 0.546));
        return new Figures(figures);
    }

    static RetrainResult promoted() {
        Map<String, StageTime> stages = new LinkedHashMap<>();
        stages.put("mapGenres", StageTime.of(0.25));
        stages.put("features", new StageTime(12.5, 900, 300));
        stages.put("train", StageTime.of(8));
        return new RetrainResult(
                new RunId("retrain-posters-3"),
                RetrainOutcome.PROMOTED,
                "version 3 is the champion",
                new Dataset(
                        DIGEST,
                        "posters",
                        new Labelling.FromLabels(),
                        1,
                        List.of("Jazz", "Techno"),
                        new SplitCounts(720, 90, 90)),
                new ModelVersion(3, DIGEST),
                figures(),
                new GateDecision(
                        DIGEST, List.of(new RuleVerdict("ranks-better", true, "mAP 0.512 is above 0.187", Map.of()))),
                stages,
                List.of("fewer than 10 images to test: Jazz (4)"),
                null,
                null);
    }

    static RetrainResult failedBeforeAModel() {
        RetrainResult promoted = promoted();
        return new RetrainResult(
                promoted.run(),
                RetrainOutcome.FAILED,
                "the loss diverged in epoch 2",
                promoted.dataset(),
                null,
                null,
                null,
                promoted.stages(),
                promoted.findings(),
                null,
                null);
    }

    static Classification classification(GenreConfidence... genres) {
        return new Classification(
                DIGEST,
                new Classification.ModelReference(3, DIGEST),
                List.of(genres),
                Map.of("Jazz", 0.75),
                Evidence.imageOnly());
    }
}
