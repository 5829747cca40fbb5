package ai.fomo.storage.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GateDecision;
import java.time.Instant;

/**
 * A decision as it was recorded.
 *
 * @param report digest of the evaluation that was judged, in {@code evaluations/}
 */
public record GateDecisionRow(Sha256 report, GateDecision decision, Instant decidedAt) {}
