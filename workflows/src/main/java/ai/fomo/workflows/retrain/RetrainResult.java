package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.registry.ModelVersion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a retraining ended, as far as it came.
 *
 * @param explanation the outcome in one sentence
 * @param stages by label, in the order they were passed
 */
public record RetrainResult(
        RunId run,
        RetrainOutcome outcome,
        String explanation,
        Dataset dataset,
        @Nullable ModelVersion model,
        @Nullable Figures figures,
        @Nullable GateDecision gate,
        Map<String, StageTime> stages) {
    public RetrainResult {
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    }
}
