package ai.fomo.workflows.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.registry.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * @param report digest of the whole evaluation as JSON, in {@code reports/}
 * @param champion who was the champion when the model was judged; null where there was none
 */
public record EvaluationResult(
        Sha256 report, int items, Figures figures, @Nullable ModelVersion champion) {}
