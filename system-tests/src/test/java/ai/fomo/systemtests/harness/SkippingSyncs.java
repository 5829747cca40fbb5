package ai.fomo.systemtests.harness;

import ai.fomo.activities.catalogue.CatalogueActivitiesImpl;
import ai.fomo.activities.catalogue.CoverActivitiesImpl;
import ai.fomo.activities.catalogue.CoverSources;
import ai.fomo.activities.catalogue.SourceActivitiesImpl;
import ai.fomo.activities.failure.FailureInterceptor;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.PaceNames;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.sources.spotify.SpotifyConfiguration;
import ai.fomo.sources.spotify.SpotifyMode;
import ai.fomo.sources.spotify.SpotifySource;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.AlbumStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.CursorStore;
import ai.fomo.storage.catalogue.ListingStore;
import ai.fomo.storage.catalogue.PaceStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.catalogue.SyncStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.workflows.TaskQueues;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CatalogueResult;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import ai.fomo.workflows.catalogue.CatalogueWorkflowImpl;
import ai.fomo.workflows.payload.PayloadConverter;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Syncs on real PostgreSQL and S3, in a Temporal in this JVM that skips the time in which nothing runs: half a day of waiting
 * takes no time. Workers and servers that are asked have to go by its clock.
 */
public final class SkippingSyncs implements AutoCloseable {
    private static final int MOST_IMAGE_BYTES = 1 << 20;

    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(PayloadConverter.dataConverter())
                            .build())
                    .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new FailureInterceptor())
                            .build())
                    .build());

    public InstantSource clock() {
        return () -> Instant.ofEpochMilli(temporal.currentTimeMillis());
    }

    /** @param timeout of one request */
    public void serve(Platform platform, SpotifyMode mode, Duration timeout) {
        Jdbi jdbi = platform.database().jdbi();
        BlobStore blobs = platform.blobs();
        SourceStore sources = new SourceStore(jdbi);
        CoverSources clients = new OneClient(mode, timeout, clock());
        temporal.newWorker(TaskQueues.WORKFLOWS).registerWorkflowImplementationTypes(CatalogueWorkflowImpl.class);
        temporal.newWorker(TaskQueues.IO)
                .registerActivitiesImplementations(new CatalogueActivitiesImpl(
                        sources,
                        new CoverStore(jdbi),
                        new AlbumStore(jdbi),
                        new CursorStore(jdbi),
                        new SyncStore(jdbi),
                        new GenreMapStore(jdbi),
                        clock()));
        temporal.newWorker(TaskQueues.source(SourceKind.SPOTIFY))
                .registerActivitiesImplementations(new SourceActivitiesImpl(
                        sources, clients, new ListingStore(jdbi), new PaceStore(jdbi), clock()));
        temporal.newWorker(
                        TaskQueues.covers(SourceKind.SPOTIFY),
                        WorkerOptions.newBuilder()
                                .setMaxConcurrentActivityExecutionSize(8)
                                .build())
                .registerActivitiesImplementations(new CoverActivitiesImpl(
                        sources, clients, new AlbumStore(jdbi), blobs, new PaceStore(jdbi), clock()));
        temporal.start();
    }

    public CatalogueResult sync(CatalogueRequest request) {
        return temporal.getWorkflowClient()
                .newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(request))
                .sync(request);
    }

    @Override
    public void close() {
        temporal.close();
    }

    private static final class OneClient implements CoverSources {
        private final SpotifyMode mode;
        private final Duration timeout;
        private final InstantSource clock;
        private volatile @org.jspecify.annotations.Nullable CoverSource client;

        private OneClient(SpotifyMode mode, Duration timeout, InstantSource clock) {
            this.mode = mode;
            this.timeout = timeout;
            this.clock = clock;
        }

        @Override
        public synchronized CoverSource clientFor(Source source) {
            CoverSource known = client;
            if (known == null) {
                URI server = URI.create(String.valueOf(source.address()));
                known = new SpotifySource(
                        new SpotifyConfiguration(
                                server,
                                server,
                                "synthetic",
                                "synthetic",
                                mode,
                                new Pace(90, Duration.ofSeconds(30)),
                                timeout,
                                MOST_IMAGE_BYTES),
                        clock);
                client = known;
            }
            return known;
        }

        @Override
        public PaceNames pacesOf(Source source) {
            return PaceNames.of("spotify");
        }
    }
}
