package ai.fomo.workflows.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.Samples;
import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.WorkflowEnvironment;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an extraction of many images leaves in Temporal. */
class FeatureHistoryTest {
    /** Temporal warns at this many events, and ends a workflow at five times as many. */
    private static final int WARNING = 10_240;

    private static final int IMAGES = 1_000_000;

    /** Smaller than what any encoder but VGG16 has. */
    private static final int SHARD = 500;

    private final RecordingPlatform platform = new RecordingPlatform();
    private final WorkflowEnvironment environment = new WorkflowEnvironment().activities(platform);

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void noExecutionOfAMillionImagesComesNearTheLengthThatTemporalWarnsAt() {
        platform.missingImages = IMAGES;
        platform.shardSize = SHARD;
        environment.workflows().registerWorkflowImplementationTypes(FeatureWorkflowImpl.class);
        environment.start();
        FeatureWorkflow workflow = environment
                .client()
                .newWorkflowStub(
                        FeatureWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("features-of-a-million")
                                .setTaskQueue(TaskQueues.WORKFLOWS)
                                .build());

        WorkflowExecution first =
                WorkflowClient.start(workflow::extract, new FeatureRequest(Samples.DATASET, "efficientnet-lite0"));
        WorkflowStub.fromTyped(workflow).getResult(Object.class);

        List<Integer> lengths = lengths(first);
        assertThat(platform.shards).hasSize(IMAGES / SHARD);
        assertThat(lengths)
                .hasSizeGreaterThan(1)
                .allMatch(length -> length < 2 * WARNING / 3, "well below the warning");
    }

    /** Events of each execution, in their order. */
    private List<Integer> lengths(WorkflowExecution first) {
        List<Integer> lengths = new ArrayList<>();
        String run = first.getRunId();
        while (!run.isEmpty()) {
            List<HistoryEvent> events = environment
                    .client()
                    .fetchHistory(first.getWorkflowId(), run)
                    .getEvents();
            lengths.add(events.size());
            run = events.get(events.size() - 1)
                    .getWorkflowExecutionContinuedAsNewEventAttributes()
                    .getNewExecutionRunId();
        }
        return lengths;
    }
}
