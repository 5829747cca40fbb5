package ai.fomo.workflows.training;

import ai.fomo.workflows.ActivityPolicies;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** Reading records as workflows call it. */
final class ReproductionStubs {
    private ReproductionStubs() {}

    static ReproductionActivities reproduction() {
        return Workflow.newActivityStub(
                ReproductionActivities.class,
                ActivityPolicies.io(Duration.ofMinutes(5)).build(),
                ActivityPolicies.summaries(Map.of(
                        "RecallTraining", "features and configuration of the original",
                        "CompareTrainings", "models and losses, side by side")));
    }
}
