package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.WorkflowEnvironment;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduledSyncWorkflowTest {
    private final WorkflowEnvironment environment = new WorkflowEnvironment();
    private final CatalogueDouble source = new CatalogueDouble(environment::now);
    private final CatalogueRequest request = new CatalogueRequest("covers", SourceKind.SPOTIFY, 5);

    @BeforeEach
    void start() {
        source.genre("jazz", List.of(items("jazz", 0, 10)));
        environment.activities(source);
        environment
                .workflows()
                .registerWorkflowImplementationTypes(CatalogueWorkflowImpl.class, ScheduledSyncWorkflowImpl.class);
        environment.start();
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void itRunsTheSyncThatAPersonWouldJoin() {
        scheduled().sync(request);

        assertThat(source.have("jazz")).isEqualTo(5);
        assertThat(environment
                        .client()
                        .newUntypedWorkflowStub(CatalogueWorkflow.workflowId("covers"))
                        .getResult(CatalogueResult.class)
                        .added())
                .isEqualTo(5);
    }

    @Test
    void itDoesNothingWhileASyncIsRunning() {
        Instant until = environment.now().plus(Duration.ofHours(12));
        source.limit = what -> what.startsWith("list") && environment.now().isBefore(until)
                ? new RateLimited("spotify", until, true)
                : null;
        CatalogueWorkflow running =
                environment.client().newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(request));
        WorkflowClient.start(running::sync, request);
        while (running.progress().waiting() == null) {
            Thread.onSpinWait();
        }

        scheduled().sync(request);

        assertThat(environment.now()).isBefore(until);
        assertThat(WorkflowStub.fromTyped(running)
                        .getResult(CatalogueResult.class)
                        .added())
                .isEqualTo(5);
        assertThat(source.executions()).isEqualTo(1);
    }

    private ScheduledSyncWorkflow scheduled() {
        return environment
                .client()
                .newWorkflowStub(
                        ScheduledSyncWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(ScheduledSyncWorkflow.scheduleId("covers") + "-2026-11-26T04:00:00Z")
                                .setTaskQueue(TaskQueues.WORKFLOWS)
                                .build());
    }
}
