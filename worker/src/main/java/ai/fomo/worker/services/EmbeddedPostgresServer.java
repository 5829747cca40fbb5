package ai.fomo.worker.services;

import ai.fomo.worker.configuration.PostgresConnection;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL as a process of its own, with data that survives; as durable as one that an administrator runs. */
final class EmbeddedPostgresServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EmbeddedPostgres server;

    private EmbeddedPostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static EmbeddedPostgresServer start(Home home, int wantedPort) {
        int port = LoopbackPort.claim(wantedPort, "PostgreSQL", "FOMO_POSTGRES_PORT");
        Path log = home.logs().resolve("postgres.log");
        try {
            setAsideWhatWasNeverFinished(home);
            Files.createDirectories(home.logs());
            Files.createDirectories(home.postgresBinaries());
            Redirect toLog = Redirect.appendTo(log.toFile());
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(home.postgresData())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(home.postgresBinaries().toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    // The library is made for tests and trades durability for speed; here data has to survive.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    // A dataset of a million images is written in one transaction: half a gigabyte, which is not to be
                    // interrupted by checkpoints, each of which has every page written to the log whole once more.
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("checkpoint_timeout", "15min")
                    .setServerConfig("wal_compression", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("listen_addresses", LoopbackPort.HOST)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "50")
                    .setOutputRedirector(toLog)
                    .setErrorRedirector(toLog)
                    .start();
            if (!Files.exists(home.postgresInitialised())) {
                Files.createFile(home.postgresInitialised());
            }
            return new EmbeddedPostgresServer(server);
        } catch (IOException | IllegalStateException e) {
            throw new ServiceException(
                    "PostgreSQL does not start (" + firstLine(e) + "): see " + log + ". It cannot run as root where"
                            + " 'unshare -U' is forbidden; then use another user, or set FOMO_POSTGRES_URL.",
                    e);
        }
    }

    /** A first start that was killed leaves a directory that PostgreSQL neither initialises nor starts. */
    private static void setAsideWhatWasNeverFinished(Home home) throws IOException {
        File data = home.postgresData().toFile();
        if (data.exists() && !Files.exists(home.postgresInitialised())) {
            Path aside = Files.createTempDirectory(home.postgresData().getParent(), "unfinished-");
            Files.move(home.postgresData(), aside.resolve("data"));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    PostgresConnection connection() {
        String url = "jdbc:postgresql://" + LoopbackPort.HOST + ":" + server.getPort() + "/" + USER;
        return new PostgresConnection(url, USER, "");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new ServiceException("PostgreSQL does not stop: " + e.getMessage(), e);
        }
    }
}
