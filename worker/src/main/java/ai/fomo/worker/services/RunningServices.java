package ai.fomo.worker.services;

import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.configuration.S3Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a home directory tells those who join: where its services are. A service that the owner does not
 * embed is null.
 *
 * @param pid of the owner
 * @param worker whether the owner serves the task queues too
 */
public record RunningServices(
        long pid,
        boolean worker,
        @Nullable PostgresConnection postgres,
        @Nullable S3Connection s3,
        @Nullable TemporalAddress temporal) {

    /** @param target host and port */
    public record TemporalAddress(String target, String namespace, URI ui) {}

    void publish(Home home) {
        PrivateFile.write(home.runningServices(), this);
    }

    /** @return empty where nobody runs services, or they are still starting */
    static Optional<RunningServices> of(Home home) {
        if (!Files.exists(home.runningServices())) {
            return Optional.empty();
        }
        RunningServices found = PrivateFile.read(home.runningServices(), RunningServices.class);
        return ProcessHandle.of(found.pid).filter(ProcessHandle::isAlive).map(owner -> found);
    }

    static void withdraw(Home home) {
        try {
            Files.deleteIfExists(home.runningServices());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
