package ai.fomo.activities.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.storage.registry.RegisteredModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a page and a model card tell of an evaluation. Every time in it is one that was recorded, so that pages that are
 * written twice are the same.
 *
 * @param report digest of the evaluation
 * @param decision null where the gate was not asked
 * @param trainedOn the dataset of the model's run
 * @param judgedOn the dataset whose test items were judged; that of the run or another
 * @param training frequencies among the items that the model was trained on
 * @param epochs empty where the run recorded none
 * @param images of judged items; empty where one is missing or damaged
 */
public record ReportContent(
        Sha256 report,
        Evaluation evaluation,
        Instant evaluatedAt,
        @Nullable GateDecision decision,
        Standing standing,
        RegisteredModel model,
        Instant registeredAt,
        Dataset trainedOn,
        Dataset judgedOn,
        ClassFrequencies training,
        TrainingConfiguration configuration,
        List<EpochMetric> epochs,
        Function<Sha256, Optional<byte[]>> images) {
    public ReportContent {
        epochs = List.copyOf(epochs);
    }
}
