package ai.fomo.worker.services;

import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** The program from Temporal's own site, by the SDK's downloader, which gives it to nobody but the server it starts. */
final class OfficialTemporalDownload {
    private static final String HOST = "temporal.download";

    private OfficialTemporalDownload() {}

    /** @return why it cannot be had; empty where it lies at the destination now */
    static Optional<String> into(Path destination) {
        Path directory = destination.resolveSibling("official");
        try {
            // Known at once, where the downloader would try for long.
            InetAddress.getAllByName(HOST);
            Files.createDirectories(directory);
            TemporalDevServerOptions options = TemporalDevServerOptions.newBuilder()
                    .setDownloadEnabled(true)
                    .setDownloadVersion("v" + TemporalBinary.VERSION)
                    .setDownloadDestination(directory.toString())
                    .setIp(LoopbackPort.HOST)
                    .setUiEnabled(false)
                    .setLogFile(directory.resolve("first-start.log").toString())
                    .build();
            TemporalDevServer.start(options).close();
            Optional<Path> program = programIn(directory);
            if (program.isEmpty()) {
                return Optional.of("the archive holds no program");
            }
            Files.move(program.get(), destination, StandardCopyOption.ATOMIC_MOVE);
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(HOST + " is unknown here");
        } catch (IOException | IllegalStateException e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("failed"));
        }
    }

    private static Optional<Path> programIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && Files.isExecutable(file)
                            && file.getFileName().toString().startsWith("temporal"))
                    .findFirst();
        }
    }
}
