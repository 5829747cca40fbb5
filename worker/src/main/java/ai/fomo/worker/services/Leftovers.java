package ai.fomo.worker.services;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers that outlived a killed owner. One is known by its command line: the right program, started on data inside our
 * home directory. Since the home directory's lock is ours, nobody alive can be using them, and no other process can have
 * that data open.
 */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {}

    static void stop(Home home) {
        postgres(home).forEach(server -> stop(server, "PostgreSQL", "INT"));
        temporal(home).forEach(server -> stop(server, "Temporal", "TERM"));
    }

    /** The postmaster alone: its children carry no arguments and end with it. */
    static List<ProcessHandle> postgres(Home home) {
        return started("postgres", "-D", home.postgresData()).toList();
    }

    static List<ProcessHandle> temporal(Home home) {
        return started("temporal", "--db-filename", home.temporalDatabase()).toList();
    }

    private static Stream<ProcessHandle> started(String program, String option, Path data) {
        return ProcessHandle.allProcesses().filter(process -> {
            List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
            int at = arguments.indexOf(option);
            return at >= 0
                    && at + 1 < arguments.size()
                    && arguments.get(at + 1).equals(data.toString())
                    && process.info()
                            .command()
                            .map(command ->
                                    Path.of(command).getFileName().toString().startsWith(program))
                            .orElse(false);
        });
    }

    /** @param signal that lets it end at once and in order; INT is PostgreSQL's fast shutdown */
    private static void stop(ProcessHandle server, String name, String signal) {
        LOG.warn("{} (process {}) outlived its owner and is stopped", name, server.pid());
        CompletableFuture<ProcessHandle> end = server.onExit();
        signal(server, signal);
        try {
            end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
        } catch (ExecutionException e) {
            throw new ServiceException(name + " (process " + server.pid() + ") cannot be stopped: kill it.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(ProcessHandle server, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid())).start();
        } catch (IOException e) {
            server.destroy();
        }
    }
}
