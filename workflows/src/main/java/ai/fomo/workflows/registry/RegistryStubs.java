package ai.fomo.workflows.registry;

import ai.fomo.workflows.ActivityPolicies;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** The registry's activities as workflows call them: a few rows each. */
public final class RegistryStubs {
    private RegistryStubs() {}

    public static RegistryActivities registry() {
        return Workflow.newActivityStub(
                RegistryActivities.class,
                ActivityPolicies.io(Duration.ofMinutes(1)).build(),
                ActivityPolicies.summaries(Map.of(
                        "StartRun", "row of the run",
                        "FinishRun", "outcome of the run",
                        "Promote", "compare and set the champion",
                        "PromoteDecided", "compare and set the champion",
                        "Rollback", "the champion before")));
    }
}
