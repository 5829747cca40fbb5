package ai.fomo.workflows.poster;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.workflows.Samples;
import ai.fomo.workflows.WorkflowEnvironment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PosterWorkflowTest {
    private static final Sha256 POSTER = Samples.digest("poster");

    private final RecordingPosters posters = new RecordingPosters();
    private final WorkflowEnvironment environment = new WorkflowEnvironment().activities(posters);

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aPosterIsTakenInClassifiedByTheModelResolvedThenAndRecorded() {
        environment.workflows().registerWorkflowImplementationTypes(PosterWorkflowImpl.class);
        environment.start();

        PosterResult result = environment
                .client()
                .newWorkflowStub(PosterWorkflow.class, PosterWorkflow.options(POSTER, 4))
                .classify(new PosterRequest(
                        new PosterReference(null, null, "https://example.org/a.jpg"),
                        "Night",
                        null,
                        List.of("jazz"),
                        "champion"));

        assertThat(posters.calls).containsExactly("takeIn", "classify with 4: " + POSTER + ", Night", "record Jazz");
        assertThat(result.classification()).isEqualTo(Samples.classification(POSTER, 4));
    }
}
