package ai.fomo.worker.services;

import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.services.RunningServices.TemporalAddress;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Temporal's server and UI as a process of its own, with a database file that survives. */
final class EmbeddedTemporal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TemporalDevServer server;
    private final TemporalAddress address;

    private EmbeddedTemporal(TemporalDevServer server, TemporalAddress address) {
        this.server = server;
        this.address = address;
    }

    static EmbeddedTemporal start(Home home, Configuration configuration, Consumer<String> progress) {
        int port = LoopbackPort.claim(configuration.ports().temporal(), "Temporal", "FOMO_TEMPORAL_PORT");
        int uiPort = LoopbackPort.claim(configuration.ports().temporalUi(), "Temporal's UI", "FOMO_TEMPORAL_UI_PORT");
        TemporalBinary binary = TemporalBinary.findOrDownload(configuration, progress);
        Path log = home.logs().resolve("temporal.log");
        try {
            Files.createDirectories(home.temporal());
            Files.createDirectories(home.logs());
            TemporalDevServer server = TemporalDevServer.start(TemporalDevServerOptions.newBuilder()
                    .setExistingPath(
                            apartFromTheTerminal(home, binary, configuration).toString())
                    .setIp(LoopbackPort.HOST)
                    .setPort(port)
                    .setUiEnabled(true)
                    .setUiPort(uiPort)
                    .setDatabaseFilename(home.temporalDatabase().toString())
                    .setLogLevel("warn")
                    .setLogFile(log.toString())
                    .setStartupTimeout(PATIENCE)
                    .build());
            URI ui = URI.create("http://" + LoopbackPort.HOST + ":" + uiPort);
            return new EmbeddedTemporal(server, new TemporalAddress(server.getTarget(), server.getNamespace(), ui));
        } catch (IOException | IllegalStateException e) {
            throw new ServiceException(
                    "Temporal's server (" + binary.program() + ") does not start ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given") + "): see "
                            + log + ".",
                    e);
        }
    }

    /**
     * Ctrl-C reaches every process of the terminal's group. The server has to outlive it by the moment in which the workers
     * hand back what they were doing, so it gets a session of its own, where the system has the means.
     */
    private static Path apartFromTheTerminal(Home home, TemporalBinary binary, Configuration configuration)
            throws IOException {
        Optional<Path> setsid = configuration.searchPath().stream()
                .map(directory -> directory.resolve("setsid"))
                .filter(Files::isExecutable)
                .findFirst();
        if (setsid.isEmpty()) {
            return binary.program();
        }
        Path script = home.temporal().resolve("start");
        Files.writeString(script, "#!/bin/sh\nexec '" + setsid.get() + "' '" + binary.program() + "' \"$@\"\n");
        return script.toFile().setExecutable(true) ? script : binary.program();
    }

    TemporalAddress address() {
        return address;
    }

    @Override
    public void close() {
        server.close();
    }
}
