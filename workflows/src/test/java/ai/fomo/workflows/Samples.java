package ai.fomo.workflows;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.poster.Evidence;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.workflows.feature.FeaturePlan;
import ai.fomo.workflows.retrain.Approval;
import ai.fomo.workflows.retrain.RetrainRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Records for tests; what is in them does not matter unless a test says so. */
public final class Samples {
    public static final RunId RUN = new RunId("retrain-covers-1");
    public static final Sha256 DATASET = digest("dataset");
    public static final EncoderId ENCODER =
            new EncoderId("efficientnet-lite0", digest("weights"), "onnxruntime-1.29.0", 1, 4);

    private Samples() {}

    public static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Dataset dataset() {
        return new Dataset(
                DATASET, "covers", new Labelling.FromLabels(), 1, List.of("Jazz", "Rock"), new SplitCounts(80, 10, 10));
    }

    public static FeaturePlan plan(int images, int shardSize) {
        return new FeaturePlan(DATASET, ENCODER, digest("missing"), images, shardSize);
    }

    public static FeatureManifest manifest(int computed) {
        return new FeatureManifest(digest("manifest"), DATASET, ENCODER, 100, computed);
    }

    public static Figures figures() {
        Figure figure = Figure.of(0.6, 0.3);
        return new Figures(java.util.Arrays.stream(Measure.values())
                .collect(java.util.stream.Collectors.toMap(measure -> measure, measure -> figure)));
    }

    public static TrainingConfiguration configuration() {
        return new TrainingConfiguration("small", List.of(8), 0, 0.001, 0, 16, 5, 2, 1);
    }

    public static RetrainRequest retrain(SourceKind kind, Approval approval) {
        return new RetrainRequest("covers", kind, 20, "efficientnet-lite0", configuration(), approval);
    }

    public static Classification classification(Sha256 poster, int version) {
        return new Classification(
                poster,
                new Classification.ModelReference(version, digest("taxonomy")),
                List.of(new GenreConfidence("Jazz", 0.7, false)),
                Map.of("Jazz", 0.7, "Rock", 0.1),
                Evidence.imageOnly());
    }
}
