package ai.fomo.storage.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of champion.
 *
 * @param number counted from 1, without gaps
 * @param model version of the champion from then on
 * @param previous version of the champion until then; null where there was none
 */
public record PromotionRow(
        int number,
        Kind kind,
        String workflowId,
        String firstExecution,
        int model,
        @Nullable Integer previous,
        String by,
        String reason,
        Instant promotedAt) {
    /** Why the champion changed: a new one, or an earlier one again. */
    public enum Kind {
        PROMOTION,
        ROLLBACK
    }
}
