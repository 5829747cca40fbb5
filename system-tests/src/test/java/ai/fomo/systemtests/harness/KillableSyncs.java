package ai.fomo.systemtests.harness;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CatalogueResult;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import io.temporal.client.WorkflowClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Services that stay, and a worker in a process of its own, which syncs catalogues and can be killed at any moment. */
public final class KillableSyncs implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private final FomoHome fomo;
    private final Platform platform;
    private final Map<String, String> ofWorkers;
    private @Nullable PlatformProcess worker;

    private KillableSyncs(FomoHome fomo, Platform platform, Map<String, String> ofWorkers) {
        this.fomo = fomo;
        this.platform = platform;
        this.ofWorkers = ofWorkers;
    }

    /** @param ofWorkers environment of each worker */
    public static KillableSyncs in(Path directory, Map<String, String> ofWorkers) {
        FomoHome fomo = FomoHome.in(directory);
        Map<String, String> environment = new HashMap<>(fomo.environment());
        // Java's own answer to where programs are: nothing but the configuration reads the environment.
        environment.put("PATH", new ProcessBuilder().environment().getOrDefault("PATH", "/usr/bin:/bin"));
        Platform platform =
                Platform.joinOrStart(Configuration.from(environment), PlatformOptions.withoutWorker(), sentence -> {});
        return new KillableSyncs(fomo, platform, ofWorkers);
    }

    public Platform platform() {
        return platform;
    }

    public FomoHome fomo() {
        return fomo;
    }

    public CatalogueRows rows() {
        PostgresConnection postgres = platform.addresses().postgres();
        return new CatalogueRows(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** A catalogue that is fetched from a stand-in. */
    public void create(String source, SourceKind kind, URI address) {
        Labelling map = new Labelling.Mapped(
                new GenreMapStore(platform.database().jdbi()).put(BundledGenreMaps.named("spotify")));
        new SourceStore(platform.database().jdbi()).create(new Source(source, kind, address.toString(), map));
    }

    public void begin(CatalogueRequest request) {
        CatalogueWorkflow workflow =
                platform.client().newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(request));
        WorkflowClient.start(workflow::sync, request);
    }

    public CatalogueResult awaitEnd(String source, Duration limit) {
        try {
            return platform.client()
                    .newUntypedWorkflowStub(CatalogueWorkflow.workflowId(source))
                    .getResult(limit.toSeconds(), TimeUnit.SECONDS, CatalogueResult.class);
        } catch (TimeoutException e) {
            throw new AssertionError("the sync has not ended within " + limit + "\n" + fomo.log(), e);
        }
    }

    public void startWorker() {
        PlatformProcess starting = fomo.startWith(ofWorkers, "worker", "--queues", "workflows,io,sources");
        starting.waitForOutput("Serving", START);
        worker = starting;
    }

    /** SIGKILL as soon as so many have been counted; then another worker. */
    public void killAt(IntSupplier counter, int count, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (counter.getAsInt() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + counter.getAsInt() + " of " + count + " within " + limit);
            }
            FomoHome.sleep(Duration.ofMillis(5));
        }
        if (worker != null) {
            worker.kill();
        }
        startWorker();
    }

    @Override
    public void close() {
        try {
            if (worker != null) {
                worker.terminate();
                worker.waitFor(START);
            }
            platform.close();
        } finally {
            fomo.close();
        }
    }
}
