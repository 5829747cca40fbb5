package ai.fomo.workflows.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * @param model digest of the original's
 * @param reproduced digest of the reproduction's; null where its loss was no number in the end
 */
public record ComparisonRequest(
        RunId original,
        RunId reproduction,
        Sha256 model,
        @Nullable Sha256 reproduced) {}
