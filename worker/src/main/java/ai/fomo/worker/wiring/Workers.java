package ai.fomo.worker.wiring;

import ai.fomo.activities.catalogue.PagedSyncActivitiesImpl;
import ai.fomo.activities.failure.FailureInterceptor;
import ai.fomo.activities.liveness.PulseInterceptor;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.learning.training.Device;
import ai.fomo.storage.Database;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.worker.configuration.SpotifyCredentials;
import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.WorkflowImplementations;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Serves task queues until it is closed; then activities save what they have and hand back the rest. */
public final class Workers implements AutoCloseable {
    /** Long enough for the last checkpoint of a training. */
    private static final Duration FAREWELL = Duration.ofSeconds(60);

    /** How late a cancellation may reach an activity; Temporal's own default is half a minute. */
    private static final Duration HEARTBEAT_THROTTLE = Duration.ofSeconds(5);

    /** An activity of these queues uses all cores by itself; the second one fills the first one's waits for S3. */
    private static final int FEATURE_SHARDS = 2;

    private static final int POSTERS = 4;
    private static final int LISTINGS = 2;

    /** Fetching and storing one is mostly waiting for others. */
    private static final int COVERS = 8;

    private static final int IO = 8;

    private final WorkerFactory factory;
    private final Activities activities;
    private final PulseInterceptor pulse;

    private Workers(WorkerFactory factory, Activities activities, PulseInterceptor pulse) {
        this.factory = factory;
        this.activities = activities;
        this.pulse = pulse;
    }

    /**
     * Returns as soon as the queues are polled; natives and weights are loaded when an activity first needs them.
     *
     * @param gatePolicy the YAML of the policy that models are judged by
     * @param device what trainings are to run on
     */
    public static Workers start(
            WorkflowClient client,
            Database database,
            BlobStore blobs,
            Optional<SpotifyCredentials> spotify,
            byte[] gatePolicy,
            Device device,
            LocalDisk disk,
            Set<WorkerQueue> queues) {
        PulseInterceptor pulse = new PulseInterceptor(HEARTBEAT_THROTTLE);
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new FailureInterceptor(), pulse)
                        .build());
        Activities activities = new Activities(database, blobs, spotify, gatePolicy, device, disk);
        queues.forEach(queue -> serve(factory, activities, queue));
        factory.start();
        return new Workers(factory, activities, pulse);
    }

    private static void serve(WorkerFactory factory, Activities activities, WorkerQueue queue) {
        switch (queue) {
            case WORKFLOWS ->
                factory.newWorker(TaskQueues.WORKFLOWS)
                        .registerWorkflowImplementationTypes(WorkflowImplementations.all());
            case IO ->
                factory.newWorker(TaskQueues.IO, atOnce(IO))
                        .registerActivitiesImplementations(
                                activities.catalogue(),
                                activities.dataset(),
                                activities.feature(),
                                activities.evaluation(),
                                activities.registry(),
                                activities.reproduction(),
                                activities.poster());
            case SOURCES ->
                Stream.of(SourceKind.values()).filter(SourceKind::isOutside).forEach(kind -> {
                    factory.newWorker(TaskQueues.source(kind), atOnce(LISTINGS))
                            .registerActivitiesImplementations(activities.source(), new PagedSyncActivitiesImpl());
                    factory.newWorker(TaskQueues.covers(kind), atOnce(COVERS))
                            .registerActivitiesImplementations(activities.cover());
                });
            case FEATURES ->
                factory.newWorker(TaskQueues.FEATURES, atOnce(FEATURE_SHARDS))
                        .registerActivitiesImplementations(activities.feature());
            case TRAINING ->
                // One at a time: it fills the device, and ND4J's random generator is the process's.
                factory.newWorker(TaskQueues.TRAINING, atOnce(1))
                        .registerActivitiesImplementations(activities.training());
            case CLASSIFY ->
                factory.newWorker(TaskQueues.CLASSIFY, atOnce(POSTERS))
                        .registerActivitiesImplementations(activities.classify());
        }
    }

    private static WorkerOptions atOnce(int activities) {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(activities)
                .setMaxHeartbeatThrottleInterval(HEARTBEAT_THROTTLE)
                .build();
    }

    @Override
    public void close() {
        factory.shutdown();
        factory.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        if (!factory.isTerminated()) {
            factory.shutdownNow();
        }
        activities.close();
        pulse.close();
    }
}
