package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
    private static final String QUEUE = "heartbeats";
    private static final String ID = "some-shards";

    @WorkflowInterface
    public interface SomeShards {
        @WorkflowMethod
        void extract();
    }

    @ActivityInterface
    public interface Shards {
        void extractShard(@Nullable Integer images);
    }

    public static final class SomeShardsImpl implements SomeShards {
        private final Shards shards = Workflow.newActivityStub(
                Shards.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());

        @Override
        public void extract() {
            Promise<Void> first = Async.procedure(shards::extractShard, 3);
            Promise<Void> second = Async.procedure(shards::extractShard, 5);
            Promise<Void> silent = Async.procedure(shards::extractShard, null);
            first.get();
            second.get();
            silent.get();
        }
    }

    /** Says how many images are done, and is not done itself before it is told. */
    private static final class SayingShards implements Shards {
        private final CountDownLatch said = new CountDownLatch(3);
        private final CountDownLatch seen = new CountDownLatch(1);

        @Override
        public void extractShard(@Nullable Integer images) {
            Activity.getExecutionContext().heartbeat(images);
            said.countDown();
            try {
                assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whatActivitiesUnderWaySaidIsThereUntilTheyAreDone() throws Exception {
        SayingShards shards = new SayingShards();
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
            Worker worker = temporal.newWorker(QUEUE);
            worker.registerWorkflowImplementationTypes(SomeShardsImpl.class);
            worker.registerActivitiesImplementations(shards);
            temporal.start();
            WorkflowClient client = temporal.getWorkflowClient();
            SomeShards workflow = client.newWorkflowStub(
                    SomeShards.class,
                    WorkflowOptions.newBuilder()
                            .setTaskQueue(QUEUE)
                            .setWorkflowId(ID)
                            .build());
            var result = WorkflowClient.execute(workflow::extract);
            assertThat(shards.said.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(Heartbeats.of(client, ID, "ExtractShard", Integer.class)).containsExactlyInAnyOrder(3, 5);
            assertThat(Heartbeats.of(client, ID, "Train", Integer.class)).isEmpty();
            assertThat(Heartbeats.of(client, ID, "ExtractShard", List.class)).isEmpty();
            assertThat(Heartbeats.of(client, "none", "ExtractShard", Integer.class))
                    .isEmpty();

            shards.seen.countDown();
            result.get(30, TimeUnit.SECONDS);
            assertThat(Heartbeats.of(client, ID, "ExtractShard", Integer.class)).isEmpty();
        }
    }
}
