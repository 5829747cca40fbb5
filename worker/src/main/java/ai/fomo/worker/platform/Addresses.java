package ai.fomo.worker.platform;

import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.configuration.S3Connection;
import ai.fomo.worker.configuration.TemporalConnection;
import ai.fomo.worker.services.RunningServices;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the three services are, be they external or embedded. */
public record Addresses(
        PostgresConnection postgres, S3Connection s3, TemporalConnection temporal, Optional<URI> temporalUi) {

    /**
     * @param running the embedded services; null where all are external
     * @throws PlatformException where a service is to be embedded, but whoever runs them does not embed it
     */
    static Addresses of(Configuration configuration, @Nullable RunningServices running) {
        return new Addresses(
                configuration
                        .postgres()
                        .or(() -> Optional.ofNullable(running).map(RunningServices::postgres))
                        .orElseThrow(() -> notEmbedded("PostgreSQL", "FOMO_POSTGRES_URL", configuration)),
                configuration
                        .s3()
                        .or(() -> Optional.ofNullable(running).map(RunningServices::s3))
                        .orElseThrow(() -> notEmbedded("S3", "FOMO_S3_ENDPOINT", configuration)),
                configuration
                        .temporal()
                        .or(() -> Optional.ofNullable(running).flatMap(Addresses::temporalOf))
                        .orElseThrow(() -> notEmbedded("Temporal", "TEMPORAL_ADDRESS", configuration)),
                configuration.temporal().isPresent()
                        ? Optional.empty()
                        : Optional.ofNullable(running)
                                .map(RunningServices::temporal)
                                .map(RunningServices.TemporalAddress::ui));
    }

    /** @return empty where whoever runs the services does not embed Temporal */
    public static Optional<TemporalConnection> temporalOf(RunningServices running) {
        return Optional.ofNullable(running.temporal()).map(Addresses::embedded);
    }

    private static TemporalConnection embedded(RunningServices.TemporalAddress address) {
        return new TemporalConnection(
                address.target(),
                address.namespace(),
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(address.target())
                        .build(),
                WorkflowClientOptions.newBuilder()
                        .setNamespace(address.namespace())
                        .build());
    }

    private static PlatformException notEmbedded(String service, String variable, Configuration configuration) {
        return new PlatformException("The services that run for " + configuration.home() + " were started with an"
                + " external " + service + ": set " + variable + " here as it was set there, or stop them first.");
    }
}
