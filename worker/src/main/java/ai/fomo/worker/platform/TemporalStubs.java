package ai.fomo.worker.platform;

import ai.fomo.worker.configuration.TemporalConnection;
import io.grpc.StatusRuntimeException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection to Temporal that is known to work. */
public final class TemporalStubs {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long CLOSE_SECONDS = 3;

    private TemporalStubs() {}

    /** @throws PlatformException where no server answers */
    static WorkflowServiceStubs connect(TemporalConnection temporal) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(temporal.stubs());
        try {
            stubs.connect(PATIENCE);
            return stubs;
        } catch (StatusRuntimeException | IllegalStateException e) {
            close(stubs);
            throw new PlatformException(
                    "Temporal at " + temporal.address() + " cannot be reached (" + e.getMessage()
                            + "): check that it runs, and TEMPORAL_ADDRESS and the other TEMPORAL_ variables.",
                    e);
        }
    }

    /** @throws PlatformException where no server answers */
    public static void probe(TemporalConnection temporal) {
        close(connect(temporal));
    }

    static void close(WorkflowServiceStubs stubs) {
        stubs.shutdownNow();
        stubs.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
