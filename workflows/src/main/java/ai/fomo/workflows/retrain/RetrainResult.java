package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.workflows.evaluation.ReportResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a retraining ended, as far as it came.
 *
 * @param explanation the outcome in one sentence
 * @param stages by label, in the order they were passed
 * @param findings what a person should know of the dataset and of the model, one sentence each
 * @param evaluation digest of the evaluation as JSON, in {@code evaluations/}
 * @param report the same for people
 */
public record RetrainResult(
        RunId run,
        RetrainOutcome outcome,
        String explanation,
        Dataset dataset,
        @Nullable ModelVersion model,
        @Nullable Figures figures,
        @Nullable GateDecision gate,
        Map<String, StageTime> stages,
        List<String> findings,
        @Nullable Sha256 evaluation,
        @Nullable ReportResult report) {
    public RetrainResult {
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        // Results of earlier versions have none.
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** The same, with what was written about it. */
    RetrainResult with(Optional<ReportResult> written) {
        return new RetrainResult(
                run,
                outcome,
                explanation,
                dataset,
                model,
                figures,
                gate,
                stages,
                findings,
                evaluation,
                written.orElse(null));
    }
}
