import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.wiring.WorkerQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A platform of its own, whose queues this process serves in part, and other processes that serve the rest. */
final class Home implements AutoCloseable {
    private final Path directory;
    private final Platform platform;
    private final List<Process> workers = new ArrayList<>();

    private Home(Path directory, Platform platform) {
        this.directory = directory;
        this.platform = platform;
    }

    /** @param queues that this process serves */
    static Home start(String directory, Set<WorkerQueue> queues) {
        Platform platform = join(directory);
        platform.startWorker(queues);
        return new Home(Path.of(directory), platform);
    }

    /** Joins it where it runs. */
    static Platform join(String directory) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("FOMO_HOME", directory);
        for (String port : List.of("POSTGRES", "S3", "TEMPORAL", "TEMPORAL_UI")) {
            variables.put("FOMO_" + port + "_PORT", "0");
        }
        return Platform.joinOrStart(
                Configuration.from(variables), PlatformOptions.withoutWorker(), sentence -> {});
    }

    Platform platform() {
        return platform;
    }

    /** {@code fomo worker --queues features}, as the launcher starts it. */
    Process featuresWorker() throws IOException {
        return worker(System.getProperty("launcher"), "worker", "--queues", "features");
    }

    /** A process that knows of the home by its environment; what it says is in the home. */
    Process worker(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FOMO_HOME", directory.toString());
        Path said = Files.createDirectories(directory.resolve("workers")).resolve(workers.size() + ".log");
        Process worker = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        workers.add(worker);
        return worker;
    }

    void stopWorkers() throws InterruptedException {
        workers.forEach(Process::destroy);
        for (Process worker : workers) {
            worker.waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopWorkers();
        platform.close();
    }
}
