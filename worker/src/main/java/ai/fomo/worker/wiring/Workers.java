package ai.fomo.worker.wiring;

import ai.fomo.storage.Database;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.worker.configuration.SpotifyCredentials;
import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.catalogue.CatalogueWorkflowImpl;
import ai.fomo.workflows.feature.FeatureWorkflowImpl;
import ai.fomo.workflows.poster.PosterWorkflowImpl;
import ai.fomo.workflows.registry.RollbackWorkflowImpl;
import ai.fomo.workflows.retrain.RetrainWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Serves task queues until it is closed; then activities save what they have and hand back the rest. */
public final class Workers implements AutoCloseable {
    /** Long enough for the last checkpoint of a training. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final WorkerFactory factory;

    private Workers(WorkerFactory factory) {
        this.factory = factory;
    }

    public static Workers start(
            WorkflowClient client,
            Database database,
            BlobStore blobs,
            Optional<SpotifyCredentials> spotify,
            Set<WorkerQueue> queues) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        if (queues.contains(WorkerQueue.WORKFLOWS)) {
            factory.newWorker(TaskQueues.WORKFLOWS)
                    .registerWorkflowImplementationTypes(
                            RetrainWorkflowImpl.class,
                            CatalogueWorkflowImpl.class,
                            FeatureWorkflowImpl.class,
                            PosterWorkflowImpl.class,
                            RollbackWorkflowImpl.class);
        }
        factory.start();
        return new Workers(factory);
    }

    @Override
    public void close() {
        factory.shutdown();
        factory.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        if (!factory.isTerminated()) {
            factory.shutdownNow();
        }
    }
}
