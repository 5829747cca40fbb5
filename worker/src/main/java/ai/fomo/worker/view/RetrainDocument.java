package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.workflows.retrain.RetrainOutcome;
import ai.fomo.workflows.retrain.RetrainResult;
import ai.fomo.workflows.retrain.StageTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a retraining that has ended. What a run did not come to is left out.
 *
 * @param findings what the dataset's build had to say, one sentence each
 * @param epochs of its training; null where it is not about them
 * @param stages seconds by stage, in order; a stage that is counted in images is an object of seconds, images and computed
 */
public record RetrainDocument(
        RunId run,
        RetrainOutcome outcome,
        String explanation,
        @Nullable ModelVersion model,
        DatasetPart dataset,
        List<String> findings,
        Map<String, Object> stages,
        @Nullable Figures figures,
        @Nullable GatePart gate,
        @Nullable List<EpochMetric> epochs) {

    /**
     * @param splits images in each
     * @param subset null where the whole dataset was trained on
     */
    public record DatasetPart(
            String name,
            Sha256 digest,
            List<String> classes,
            SplitsPart splits,
            DatasetDocument.@Nullable SubsetPart subset) {}

    public record SplitsPart(int train, int validation, int test) {
        static SplitsPart of(SplitCounts splits) {
            return new SplitsPart(splits.train(), splits.validation(), splits.test());
        }
    }

    public record GatePart(boolean passed, Sha256 policy, List<RuleVerdict> verdicts) {}

    /** Without its epochs. */
    public static RetrainDocument of(RetrainResult result) {
        return of(result, null);
    }

    public static RetrainDocument of(RetrainResult result, @Nullable List<EpochMetric> epochs) {
        Dataset dataset = result.dataset();
        Map<String, Object> stages = new LinkedHashMap<>();
        result.stages().forEach((label, time) -> stages.put(label, stage(time)));
        return new RetrainDocument(
                result.run(),
                result.outcome(),
                result.explanation(),
                result.model(),
                new DatasetPart(
                        dataset.name(),
                        dataset.digest(),
                        dataset.classes(),
                        SplitsPart.of(dataset.splits()),
                        DatasetDocument.subset(dataset.subset())),
                result.findings(),
                stages,
                result.figures(),
                gate(result.gate()),
                epochs);
    }

    private static Object stage(StageTime time) {
        return time.images() == null ? (Object) time.seconds() : time;
    }

    private static @Nullable GatePart gate(@Nullable GateDecision decision) {
        return decision == null ? null : new GatePart(decision.passed(), decision.policy(), decision.verdicts());
    }
}
