package ai.fomo.storage.evaluation;

import ai.fomo.domain.evaluation.GateDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model that was judged, and what the gate said of it.
 *
 * @param gate null where the gate was not asked
 * @param decidedAt null where {@code gate} is
 */
public record ModelJudgement(
        int model,
        EvaluationRow evaluation,
        @Nullable GateDecision gate,
        @Nullable Instant decidedAt) {}
