package ai.fomo.workflows.evaluation;

import ai.fomo.workflows.ActivityPolicies;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** The judging activities as workflows call them. */
public final class EvaluationStubs {
    private EvaluationStubs() {}

    public static EvaluationActivities evaluations() {
        return Workflow.newActivityStub(
                EvaluationActivities.class,
                ActivityPolicies.io(Duration.ofMinutes(10)).build(),
                ActivityPolicies.summaries(Map.of(
                        "Calibrate", "thresholds on validation items",
                        "Assemble", "thresholds on validation items, for a digest alone",
                        "Evaluate", "test items, beside constants and champion",
                        "Gate", "policy on the recorded figures",
                        "FindModel", "row of the model",
                        "WriteReport", "page and model card")));
    }
}
