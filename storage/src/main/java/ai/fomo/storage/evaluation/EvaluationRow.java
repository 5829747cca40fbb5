package ai.fomo.storage.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Figures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model came to on the test items of a dataset.
 *
 * @param report digest of the whole evaluation, in {@code evaluations/}
 * @param champion version of the model that was the champion then; null where there was none
 */
public record EvaluationRow(
        RunId run,
        Sha256 report,
        Sha256 model,
        Sha256 dataset,
        int items,
        Figures figures,
        @Nullable Integer champion,
        Instant evaluatedAt) {}
