package ai.fomo.systemtests.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the platform, known by its pid, that can be asked to stop or be killed at any moment. */
public final class PlatformProcess {
    private final Process process;
    private final List<String> arguments;
    private final Path standardOutput;
    private final Path standardError;

    private PlatformProcess(Process process, List<String> arguments, Path standardOutput, Path standardError) {
        this.process = process;
        this.arguments = arguments;
        this.standardOutput = standardOutput;
        this.standardError = standardError;
    }

    /** @param log files of this name with {@code .out} and {@code .err} behind it take what it prints */
    static PlatformProcess start(Path log, Map<String, String> environment, List<String> arguments) {
        Path out = log.resolveSibling(log.getFileName() + ".out");
        Path err = log.resolveSibling(log.getFileName() + ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                // Most of these processes live for seconds: the second compiler would only take cores from the others.
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                classPath(),
                "ai.fomo.worker.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOMO_") || name.startsWith("TEMPORAL_"));
        builder.environment().putAll(environment);
        // As the launcher does: threads that wait do not spin.
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        try {
            Files.createDirectories(out.getParent());
            return new PlatformProcess(builder.start(), arguments, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jars as the launcher runs them; the build tells where it put them. */
    private static String classPath() {
        Path target = Path.of(System.getProperty("fomo.distribution"));
        return target.resolve("worker-0.1.0-SNAPSHOT.jar") + File.pathSeparator + target.resolve("lib") + "/*";
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing of it gets to clean up. */
    public void kill() {
        process.destroyForcibly();
        waitFor(Duration.ofSeconds(10));
    }

    /** SIGTERM, which is what Ctrl-C comes to. */
    public void terminate() {
        process.destroy();
    }

    /** Whether it ended in time. */
    public boolean waitFor(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Returns as soon as it has printed this text anywhere. */
    public void waitForOutput(String text, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (!standardOutput().contains(text) && !standardError().contains(text)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "'" + this + "' did not print '" + text + "'\n" + standardOutput() + "\n" + standardError());
            }
            FomoHome.sleep(Duration.ofMillis(50));
        }
    }

    public String standardOutput() {
        return read(standardOutput);
    }

    public String standardError() {
        return read(standardError);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "fomo " + String.join(" ", arguments);
    }
}
