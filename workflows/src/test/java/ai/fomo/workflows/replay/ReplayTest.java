package ai.fomo.workflows.replay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.WorkflowImplementations;
import ai.fomo.workflows.poster.PosterRequest;
import ai.fomo.workflows.poster.PosterResult;
import ai.fomo.workflows.poster.PosterWorkflow;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workflows that are running when a new version is deployed go on by replay: what they did has to come out the same. A
 * failure here asks for {@code Workflow.getVersion} around the change, and not for a new recording.
 */
class ReplayTest {
    private final WorkflowEnvironment environment = new WorkflowEnvironment();

    @AfterEach
    void stop() {
        environment.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retrain",
                "retrain-with-fingerprints",
                "retrain-with-report",
                "evaluate",
                "reproduce",
                "catalogue",
                "catalogue-one-request",
                "features",
                "poster",
                "promote",
                "rollback"
            })
    void whatRanBeforeRunsTheSameNow(String name) {
        environment.workflows().registerWorkflowImplementationTypes(WorkflowImplementations.all());

        assertThatCode(() -> replay(name)).doesNotThrowAnyException();
    }

    @Test
    void aChangeThatOldHistoriesDoNotFitIsNoticed() {
        environment.workflows().registerWorkflowImplementationTypes(Incompatible.class);

        assertThatThrownBy(() -> replay("poster")).hasStackTraceContaining("NonDeterministicException");
    }

    private void replay(String name) throws Exception {
        WorkflowReplayer.replayWorkflowExecutionFromResource("histories/" + name + ".json", environment.workflows());
    }

    /** Waits first, which the recorded one did not. */
    public static final class Incompatible implements PosterWorkflow {
        @Override
        public PosterResult classify(PosterRequest request) {
            Workflow.sleep(Duration.ofHours(1));
            throw new IllegalStateException("not reached in a replay");
        }
    }
}
