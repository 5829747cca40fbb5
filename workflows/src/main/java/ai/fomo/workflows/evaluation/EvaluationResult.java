package ai.fomo.workflows.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.registry.ModelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param report digest of the whole evaluation as JSON, in {@code evaluations/}
 * @param champion who was the champion when the model was judged; null where there was none
 * @param findings what a person should know before deciding, one sentence each
 */
public record EvaluationResult(
        Sha256 report, int items, Figures figures, @Nullable ModelVersion champion, List<String> findings) {
    public EvaluationResult {
        // Results of earlier versions have none.
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
