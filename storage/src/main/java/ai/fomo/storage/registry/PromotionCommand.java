package ai.fomo.storage.registry;

import ai.fomo.domain.registry.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * @param workflowId who asks
 * @param firstExecution Temporal's run id of that workflow's first execution: one promotion at most for each
 * @param expectedChampion whom the model was judged against; null where there was none
 * @param by who approved it: a person, or {@code auto}
 */
public record PromotionCommand(
        String workflowId,
        String firstExecution,
        ModelVersion model,
        @Nullable ModelVersion expectedChampion,
        String by,
        String reason) {}
