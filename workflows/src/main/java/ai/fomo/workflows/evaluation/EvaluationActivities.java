package ai.fomo.workflows.evaluation;

import io.temporal.activity.ActivityInterface;

/** Turns trained weights into a model, and judges it. */
@ActivityInterface
public interface EvaluationActivities {
    /** Finds the decision thresholds on validation items, and puts weights, thresholds and classes together as a model. */
    CalibrationResult calibrate(CalibrationRequest request);

    /** Does what {@link #calibrate} does, but keeps nothing: only the digest of the model that came of it. */
    AssembledModel assemble(CalibrationRequest request);

    /** Judges a model on the test items, beside the constants and the champion. */
    EvaluationResult evaluate(EvaluationRequest request);

    /** Asks the gate, and records its decision. */
    GateResult gate(GateRequest request);

    /** Finds a registered model. */
    TrainedModel findModel(ModelQuery query);

    /** Writes an evaluation and its decision down for people: a page and a model card. */
    ReportResult writeReport(ReportRequest request);
}
