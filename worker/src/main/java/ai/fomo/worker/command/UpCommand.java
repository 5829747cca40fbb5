package ai.fomo.worker.command;

import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.platform.Addresses;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Services and a worker that stay, so that other commands join them instead of starting their own. */
@Command(
        name = "up",
        description = "Starts the services and a worker, and keeps them running until Ctrl-C.",
        footer = {"", "Example:", "  fomo up        # then, in another terminal:", "  fomo runs"})
public final class UpCommand extends PlatformCommand {
    /** The document of {@code --json}: where things are, without credentials. */
    record Running(
            String postgres,
            String s3,
            String temporal,
            @Nullable URI temporalUi,
            long pid) {}

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected ExitCode run(Platform platform) {
        if (!platform.owner()) {
            throw CommandFailure.failed(
                    configuration().embedsAny()
                            ? "The services for " + configuration().home() + " are running already."
                            : "All services are external, so there is nothing to bring up: start 'fomo worker'.");
        }
        Addresses addresses = platform.addresses();
        PostgresConnection postgres = addresses.postgres();
        console().print("PostgreSQL   " + postgres.jdbcUrl() + " (user " + postgres.user() + ")");
        console().print("S3           " + addresses.s3().endpoint());
        console().print("Temporal     " + addresses.temporal().address());
        platform.temporalUi().ifPresent(ui -> console().print("Temporal UI  " + ui));
        console().print("Data         " + configuration().home());
        console().print("Ready. Ctrl-C stops everything; the data stays.");
        console()
                .document(new Running(
                        postgres.jdbcUrl(),
                        addresses.s3().endpoint(),
                        addresses.temporal().address(),
                        platform.temporalUi().orElse(null),
                        ProcessHandle.current().pid()));
        Forever.await();
        return ExitCode.DONE;
    }

    /** Until the process is told to end; what has to be stopped then is the platform's to stop. */
    static final class Forever {
        private Forever() {}

        static void await() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
