package ai.fomo.workflows.registry;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.WorkflowEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RollbackWorkflowTest {
    private static final RollbackInput INPUT = new RollbackInput("Ann", "worse on Reggaeton");

    private final RecordingPlatform platform = new RecordingPlatform();
    private final WorkflowEnvironment environment = new WorkflowEnvironment().activities(platform);

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aRollbackThatIsAskedForTwiceHappensOnce() {
        environment.workflows().registerWorkflowImplementationTypes(RollbackWorkflowImpl.class);
        environment.start();

        PromotionOutcome first = rollback();

        assertThat(rollback()).isEqualTo(first);
        assertThat(platform.calls).containsExactly("rollback rollback-1 by Ann");
    }

    private PromotionOutcome rollback() {
        return environment
                .client()
                .newWorkflowStub(RollbackWorkflow.class, RollbackWorkflow.options(1, INPUT))
                .rollback(INPUT);
    }
}
