package ai.fomo.workflows;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.payload.PayloadConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** Temporal in this JVM, with our payloads, where time is skipped while nothing runs. */
public final class WorkflowEnvironment implements AutoCloseable {
    /** Heartbeats, whose answers carry cancellations, are otherwise sent every 48 seconds at the most. */
    private static final WorkerOptions PROMPT = WorkerOptions.newBuilder()
            .setMaxHeartbeatThrottleInterval(Duration.ofMillis(100))
            .build();

    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(clientOptions())
                    .build());

    private final Worker workflows = temporal.newWorker(TaskQueues.WORKFLOWS);

    public static WorkflowClientOptions clientOptions() {
        return WorkflowClientOptions.newBuilder()
                // In recorded histories, a name and not a host's.
                .setIdentity("recorder")
                .setDataConverter(PayloadConverter.dataConverter())
                .build();
    }

    /** Serves every queue with the same activities, as a single worker of the platform does. */
    public WorkflowEnvironment activities(Object... implementations) {
        Stream.concat(TaskQueues.fixed().stream(), outside())
                .map(queue -> queue.equals(TaskQueues.WORKFLOWS) ? workflows : temporal.newWorker(queue, PROMPT))
                .forEach(worker -> worker.registerActivitiesImplementations(implementations));
        return this;
    }

    private static Stream<String> outside() {
        return Arrays.stream(SourceKind.values())
                .filter(SourceKind::isOutside)
                .flatMap(kind -> Stream.of(TaskQueues.source(kind), TaskQueues.covers(kind)));
    }

    /** By the clock that is moved on while nothing runs. */
    public Instant now() {
        return Instant.ofEpochMilli(temporal.currentTimeMillis());
    }

    public Worker workflows() {
        return workflows;
    }

    public void start() {
        temporal.start();
    }

    public WorkflowClient client() {
        return temporal.getWorkflowClient();
    }

    @Override
    public void close() {
        temporal.close();
    }
}
