package ai.fomo.workflows.dataset;

import ai.fomo.workflows.ActivityPolicies;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** The dataset's activities as workflows call them. */
public final class DatasetStubs {
    private DatasetStubs() {}

    public static DatasetActivities datasets() {
        return stub(Duration.ofMinutes(15));
    }

    /** A catalogue of a million covers is read once, and whole. */
    public static DatasetActivities fingerprints() {
        return stub(Duration.ofHours(12));
    }

    private static DatasetActivities stub(Duration startToClose) {
        return Workflow.newActivityStub(
                DatasetActivities.class,
                ActivityPolicies.io(startToClose).build(),
                ActivityPolicies.summaries(Map.of(
                        "MapGenres",
                        "source labels to classes",
                        "FingerprintCovers",
                        "what near copies are found by",
                        "BuildDataset",
                        "selection and splits")));
    }
}
