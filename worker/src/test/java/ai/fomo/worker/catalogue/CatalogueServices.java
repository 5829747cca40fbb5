package ai.fomo.worker.catalogue;

import ai.fomo.activities.catalogue.CatalogueActivitiesImpl;
import ai.fomo.activities.catalogue.CoverActivitiesImpl;
import ai.fomo.activities.catalogue.CoverSources;
import ai.fomo.activities.catalogue.PagedSyncActivitiesImpl;
import ai.fomo.activities.catalogue.SourceActivitiesImpl;
import ai.fomo.activities.failure.FailureInterceptor;
import ai.fomo.domain.catalogue.PaceNames;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.migrations.Migrate;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.S3Configuration;
import ai.fomo.storage.catalogue.AlbumStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.CursorStore;
import ai.fomo.storage.catalogue.ListingStore;
import ai.fomo.storage.catalogue.PaceStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.catalogue.SyncStore;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.workflows.catalogue.CatalogueActivities;
import ai.fomo.workflows.catalogue.CoverActivities;
import ai.fomo.workflows.catalogue.PagedSyncActivities;
import ai.fomo.workflows.catalogue.SourceActivities;
import ai.fomo.workflows.payload.PayloadConverter;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jdbi.v3.core.Jdbi;

/** The catalogue's activities as a workflow calls them, over a real PostgreSQL and S3, and a clock that tests move. */
final class CatalogueServices implements AutoCloseable {
    private static final String USER = "postgres";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-26T02:00:00Z"));
    private final Map<String, ScriptedSource> clients = new ConcurrentHashMap<>();
    private final EmbeddedPostgres postgres;
    private final S3Proxy s3;
    private final Database database;
    private final BlobStore blobs;
    private final TestActivityEnvironment temporal;

    CatalogueServices(Path directory) throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        String url = postgres.getJdbcUrl(USER, USER);
        Migrate.migrate(url, USER, "");
        database = Database.open(new DatabaseConfiguration(url, USER, "", 8));
        Path objects = Files.createDirectories(directory.resolve("s3")).toAbsolutePath();
        s3 = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                .blobStore(new FilesystemNio2BlobStore(objects.toString()))
                .ignoreUnknownHeaders(true)
                .build();
        s3.start();
        blobs = BlobStore.open(
                new S3Configuration("http://127.0.0.1:" + s3.getPort(), "us-east-1", "fomo", "key", "secret"),
                database);
        blobs.ensureBucket();
        temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PayloadConverter.dataConverter())
                        .build())
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new FailureInterceptor())
                        .build())
                .build());
        SourceStore sources = new SourceStore(jdbi());
        PaceStore paces = new PaceStore(jdbi());
        AlbumStore albums = new AlbumStore(jdbi());
        CoverSources scripted = new Scripted();
        temporal.registerActivitiesImplementations(
                new CatalogueActivitiesImpl(
                        sources,
                        new CoverStore(jdbi()),
                        albums,
                        new CursorStore(jdbi()),
                        new SyncStore(jdbi()),
                        new GenreMapStore(jdbi()),
                        now::get),
                new SourceActivitiesImpl(sources, scripted, new ListingStore(jdbi()), paces, now::get),
                new CoverActivitiesImpl(sources, scripted, albums, blobs, paces, now::get),
                new PagedSyncActivitiesImpl());
    }

    Database database() {
        return database;
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    BlobStore blobs() {
        return blobs;
    }

    /** A source of that name, and the server behind it. */
    ScriptedSource source(String name) {
        return source(name, "http://" + name);
    }

    /** Sources of one address have one API. */
    ScriptedSource source(String name, String address) {
        Labelling map = new Labelling.Mapped(new GenreMapStore(jdbi()).put(BundledGenreMaps.named("spotify")));
        new SourceStore(jdbi()).create(new Source(name, SourceKind.SPOTIFY, address, map));
        return clients.computeIfAbsent(name, unused -> new ScriptedSource());
    }

    CatalogueActivities catalogue() {
        return temporal.newActivityStub(CatalogueActivities.class);
    }

    SourceActivities api() {
        return temporal.newActivityStub(SourceActivities.class);
    }

    CoverActivities covers() {
        return temporal.newActivityStub(CoverActivities.class);
    }

    PagedSyncActivities paged() {
        return temporal.newActivityStub(PagedSyncActivities.class);
    }

    @Override
    public void close() throws IOException {
        temporal.close();
        blobs.close();
        try {
            s3.stop();
        } catch (Exception e) {
            throw new IOException("the S3 server did not stop", e);
        }
        database.close();
        postgres.close();
    }

    private final class Scripted implements CoverSources {
        @Override
        public CoverSource clientFor(Source source) {
            return clients.get(source.name());
        }

        @Override
        public PaceNames pacesOf(Source source) {
            return PaceNames.of(
                    "spotify@" + URI.create(String.valueOf(source.address())).getAuthority());
        }
    }
}
