package ai.fomo.worker.platform;

import ai.fomo.migrations.Migrate;
import ai.fomo.migrations.SchemaState;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.S3Configuration;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.configuration.S3Connection;
import ai.fomo.worker.evaluation.GatePolicyFile;
import ai.fomo.worker.logging.LogFile;
import ai.fomo.worker.services.Home;
import ai.fomo.worker.services.RunningServices;
import ai.fomo.worker.services.ServicesOfHome;
import ai.fomo.worker.wiring.LocalDisk;
import ai.fomo.worker.wiring.WorkerQueue;
import ai.fomo.worker.wiring.Workers;
import ai.fomo.workflows.payload.PayloadConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The services a command works with. Closing it stops what was started for it, and nothing else. */
public final class Platform implements AutoCloseable {
    /** Enough for the activities that a worker runs at once; PostgreSQL allows 50 in all when embedded. */
    private static final int POOL_SIZE = 12;

    private final Configuration configuration;
    private final Resources resources;
    private final Addresses addresses;
    private final boolean owner;
    private final Database database;
    private final BlobStore blobs;
    private final WorkflowClient client;

    private Platform(
            Configuration configuration,
            Resources resources,
            Addresses addresses,
            boolean owner,
            Database database,
            BlobStore blobs,
            WorkflowClient client) {
        this.configuration = configuration;
        this.resources = resources;
        this.addresses = addresses;
        this.owner = owner;
        this.database = database;
        this.blobs = blobs;
        this.client = client;
    }

    /**
     * Joins the services that run for this home directory, takes external ones where the configuration names them, and
     * starts the rest.
     *
     * @throws PlatformException where a service cannot be had, or its schema is another version's
     */
    public static Platform joinOrStart(
            Configuration configuration, PlatformOptions options, PlatformListener listener) {
        LogFile.open(Home.prepare(configuration.home()).logs(), configuration.logLevel());
        Resources resources = new Resources();
        try {
            return open(configuration, options, listener, resources);
        } catch (RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static Platform open(
            Configuration configuration, PlatformOptions options, PlatformListener listener, Resources resources) {
        if (!configuration.embedsAny()) {
            Platform external = connect(configuration, Addresses.of(configuration, null), false, resources);
            external.requireSchema();
            return external;
        }
        ServicesOfHome services = ServicesOfHome.joinOrStart(configuration, listener::says);
        if (services instanceof ServicesOfHome.Own own) {
            resources.add(own.services());
            Addresses addresses = Addresses.of(configuration, own.services().describe(false));
            if (configuration.postgres().isEmpty()) {
                migrate(addresses.postgres());
            }
            Platform platform = connect(configuration, addresses, true, resources);
            platform.requireSchema();
            boolean worker = platform.serves(configuration, options, false);
            own.services().publish(worker);
            return platform;
        }
        RunningServices running = ((ServicesOfHome.Joined) services).services();
        Platform platform = connect(configuration, Addresses.of(configuration, running), false, resources);
        platform.requireSchema();
        platform.serves(configuration, options, running.worker());
        return platform;
    }

    private static Platform connect(
            Configuration configuration, Addresses addresses, boolean owner, Resources resources) {
        Database database = resources.add(Database.open(databaseOf(addresses.postgres())));
        BlobStore blobs = resources.add(BlobStore.open(bucketOf(addresses.s3()), database));
        blobs.ensureBucket();
        WorkflowServiceStubs stubs = TemporalStubs.connect(addresses.temporal());
        resources.add(() -> TemporalStubs.close(stubs));
        WorkflowClient client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder(addresses.temporal().client())
                        .setDataConverter(PayloadConverter.dataConverter())
                        .build());
        return new Platform(configuration, resources, addresses, owner, database, blobs, client);
    }

    private static void migrate(PostgresConnection postgres) {
        Migrate.migrate(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private void requireSchema() {
        PostgresConnection postgres = addresses.postgres();
        SchemaState state = Migrate.state(postgres.jdbcUrl(), postgres.user(), postgres.password());
        if (!state.usable()) {
            throw new PlatformException("PostgreSQL cannot be used: " + state.explanation() + ".");
        }
    }

    /** An external Temporal has its own workers; for an embedded one somebody of us has to be there. */
    private boolean serves(Configuration configuration, PlatformOptions options, boolean alreadyServed) {
        boolean wanted =
                options.worker() && !alreadyServed && configuration.temporal().isEmpty();
        if (wanted) {
            startWorker(options.queues());
        }
        return wanted;
    }

    /** Serves task queues until the platform closes. */
    public void startWorker(Set<WorkerQueue> queues) {
        byte[] gatePolicy = GatePolicyFile.of(configuration);
        resources.add(Workers.start(
                client,
                database,
                blobs,
                configuration.sources(),
                gatePolicy,
                configuration.device(),
                LocalDisk.of(configuration),
                queues));
    }

    private static DatabaseConfiguration databaseOf(PostgresConnection postgres) {
        return new DatabaseConfiguration(postgres.jdbcUrl(), postgres.user(), postgres.password(), POOL_SIZE);
    }

    private static S3Configuration bucketOf(S3Connection s3) {
        return new S3Configuration(s3.endpoint(), s3.region(), s3.bucket(), s3.accessKey(), s3.secretKey());
    }

    /** With the data converter that our workflows speak. */
    public WorkflowClient client() {
        return client;
    }

    public Database database() {
        return database;
    }

    public BlobStore blobs() {
        return blobs;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** Where people watch workflows; unknown for an external server. */
    public Optional<URI> temporalUi() {
        return addresses.temporalUi();
    }

    /** Whether embedded services end with this command, and not before. */
    public boolean owner() {
        return owner;
    }

    @Override
    public void close() {
        resources.close();
    }
}
