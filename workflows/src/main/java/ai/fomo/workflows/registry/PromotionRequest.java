package ai.fomo.workflows.registry;

import ai.fomo.domain.RunId;
import ai.fomo.domain.registry.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * @param firstExecution Temporal's run id of the workflow's first execution: one promotion at most for each
 * @param expectedChampion whom the model was judged against; null where there was none
 * @param by who approved it: a person, or {@code auto}
 */
public record PromotionRequest(
        RunId run,
        String firstExecution,
        ModelVersion model,
        @Nullable ModelVersion expectedChampion,
        String by,
        String reason) {}
