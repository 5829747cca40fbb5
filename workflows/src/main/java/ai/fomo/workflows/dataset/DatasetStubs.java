package ai.fomo.workflows.dataset;

import ai.fomo.workflows.ActivityPolicies;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** The dataset's activities as workflows call them. */
public final class DatasetStubs {
    private DatasetStubs() {}

    public static DatasetActivities datasets() {
        return Workflow.newActivityStub(
                DatasetActivities.class,
                ActivityPolicies.io(Duration.ofMinutes(10)).build(),
                ActivityPolicies.summaries(
                        Map.of("MapGenres", "source labels to classes", "BuildDataset", "selection and splits")));
    }
}
