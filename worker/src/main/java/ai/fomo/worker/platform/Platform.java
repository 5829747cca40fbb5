package ai.fomo.worker.platform;

import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.TemporalConnection;
import ai.fomo.workflows.payload.PayloadConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.net.URI;
import java.util.Optional;

/** The services a command works with. Closing it stops what was started for it, and nothing else. */
public final class Platform implements AutoCloseable {
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;

    private Platform(WorkflowServiceStubs stubs, WorkflowClient client) {
        this.stubs = stubs;
        this.client = client;
    }

    /**
     * Joins the services that run for this home directory, takes external ones where the configuration names them, and
     * starts the rest.
     */
    public static Platform joinOrStart(
            Configuration configuration, PlatformOptions options, PlatformListener listener) {
        TemporalConnection temporal = configuration
                .temporal()
                .orElseThrow(() -> new PlatformException("TEMPORAL_ADDRESS is not set: set it."));
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(temporal.stubs());
        WorkflowClientOptions clientOptions = WorkflowClientOptions.newBuilder(temporal.client())
                .setDataConverter(PayloadConverter.dataConverter())
                .build();
        listener.says("Temporal: " + temporal);
        return new Platform(stubs, WorkflowClient.newInstance(stubs, clientOptions));
    }

    public WorkflowClient client() {
        return client;
    }

    /** Where people watch workflows; unknown for an external server. */
    public Optional<URI> temporalUi() {
        return Optional.empty();
    }

    @Override
    public void close() {
        stubs.shutdown();
    }
}
