package ai.fomo.workflows.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.registry.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * A model that was judged again.
 *
 * @param run that trained it; its evaluations are the run's
 * @param gate null where it was judged on a dataset of another source: the gate decides on the one that it was trained for
 */
public record EvaluationOutcome(
        RunId run,
        ModelVersion model,
        EvaluationResult evaluation,
        @Nullable GateDecision gate,
        ReportResult report) {}
