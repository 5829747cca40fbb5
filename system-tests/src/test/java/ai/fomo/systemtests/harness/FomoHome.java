package ai.fomo.systemtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One installation of the platform with its own data directory, and the processes that were started on it. Commands run
 * as users run them: the built jars in a JVM of their own.
 */
public final class FomoHome implements AutoCloseable {
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);
    private static final Map<String, String> ANY_PORT = Map.of(
            "FOMO_POSTGRES_PORT", "0", "FOMO_S3_PORT", "0", "FOMO_TEMPORAL_PORT", "0", "FOMO_TEMPORAL_UI_PORT", "0");

    private final Path directory;
    private final Map<String, String> environment;
    private final List<PlatformProcess> started = new ArrayList<>();

    private FomoHome(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** @param directory for its data and for what its processes print; any free ports are used */
    public static FomoHome in(Path directory) {
        return in(directory, Map.of());
    }

    /** @param environment configuration of every process, besides the data directory and free ports */
    public static FomoHome in(Path directory, Map<String, String> environment) {
        return new FomoHome(directory, Map.copyOf(environment));
    }

    public Path data() {
        return directory.resolve("data");
    }

    /** Where running services say how they are reached; JSON. */
    public Path runningServices() {
        return data().resolve("services.json");
    }

    /** What the processes of this installation wrote into their log. */
    public String log() {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(data().resolve("logs"))) {
            for (Path file : files.sorted().toList()) {
                log.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log.toString();
    }

    /** Runs a command to its end. */
    public CommandResult run(String... arguments) {
        PlatformProcess process = start(arguments);
        if (!process.waitFor(COMMAND_LIMIT)) {
            process.kill();
            throw new AssertionError("'fomo " + String.join(" ", arguments) + "' did not end within " + COMMAND_LIMIT
                    + "\n" + process.standardError());
        }
        return new CommandResult(process.exitCode(), process.standardOutput(), process.standardError());
    }

    /** Starts a command and goes on. */
    public PlatformProcess start(String... arguments) {
        return startWith(Map.of(), arguments);
    }

    /** @param more configuration of this process alone */
    public PlatformProcess startWith(Map<String, String> more, String... arguments) {
        Map<String, String> all = environment();
        all.putAll(more);
        PlatformProcess process =
                PlatformProcess.start(directory.resolve("process-" + started.size()), all, List.of(arguments));
        started.add(process);
        return process;
    }

    /** Starts {@code fomo up} and waits until commands can join it. */
    public PlatformProcess up() {
        PlatformProcess process = start("up");
        process.waitForOutput("Ready.", Duration.ofMinutes(2));
        return process;
    }

    /** Of every process; a test that has the platform in its own JVM configures it so, too. */
    public Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(ANY_PORT);
        all.putAll(environment);
        all.put("FOMO_HOME", data().toString());
        return all;
    }

    /** Ends what still runs, the services that a killed owner left behind among it. */
    @Override
    public void close() {
        started.forEach(PlatformProcess::terminate);
        for (PlatformProcess process : started) {
            if (!process.waitFor(Duration.ofSeconds(30))) {
                process.kill();
            }
        }
        servicesOf(data()).forEach(ProcessHandle::destroyForcibly);
    }

    /** Processes, of whatever parent, that work on a data directory. */
    public static List<ProcessHandle> servicesOf(Path data) {
        String needle = data.toString();
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains(needle))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .toList();
    }

    /** ProcessHandle cuts long command lines; the kernel does not. */
    private static String commandLine(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "cmdline"))) {
            return lines.reduce("", String::concat).replace('\0', ' ');
        } catch (IOException | UncheckedIOException e) {
            return ""; // it ended meanwhile
        }
    }

    public static void sleep(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
