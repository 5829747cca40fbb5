package ai.fomo.worker.doctor;

import ai.fomo.migrations.Migrate;
import ai.fomo.migrations.MigrationException;
import ai.fomo.migrations.SchemaState;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.DatabaseUnavailableException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.BlobStoreException;
import ai.fomo.storage.blob.S3Configuration;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.configuration.S3Connection;
import ai.fomo.worker.configuration.TemporalConnection;
import ai.fomo.worker.platform.Addresses;
import ai.fomo.worker.platform.PlatformException;
import ai.fomo.worker.platform.TemporalStubs;
import ai.fomo.worker.services.RunningServices;
import ai.fomo.worker.services.ServiceException;
import ai.fomo.worker.services.ServicesOfHome;
import ai.fomo.worker.services.TemporalBinary;
import java.util.List;
import java.util.Optional;

/** PostgreSQL, S3 and Temporal: asked where they run, and only looked for where a command would start them. Starts nothing. */
public final class ServiceChecks {
    private ServiceChecks() {}

    public static List<Check> all(Configuration configuration) {
        Optional<RunningServices> running = ServicesOfHome.running(configuration);
        Optional<PostgresConnection> postgres =
                configuration.postgres().or(() -> running.map(RunningServices::postgres));
        Optional<S3Connection> s3 = configuration.s3().or(() -> running.map(RunningServices::s3));
        Optional<TemporalConnection> temporal =
                configuration.temporal().or(() -> running.flatMap(Addresses::temporalOf));
        return List.of(
                program(configuration),
                temporal.map(ServiceChecks::temporal).orElseGet(() -> notRunning("Temporal")),
                postgres.map(ServiceChecks::postgres).orElseGet(() -> notRunning("PostgreSQL")),
                s3.map(found -> s3(found, postgres)).orElseGet(() -> notRunning("S3")));
    }

    private static Check notRunning(String service) {
        return Check.ok(service, "embedded; not running now, every command starts it");
    }

    private static Check program(Configuration configuration) {
        String name = "Temporal program";
        try {
            Optional<TemporalBinary> binary = TemporalBinary.findInstalled(configuration);
            if (binary.isPresent()) {
                String found = binary.get().version() + " at " + binary.get().program() + " ("
                        + binary.get().foundIn() + ")";
                return Check.ok(name, found);
            }
            return configuration.temporal().isPresent()
                    ? Check.ok(name, "not needed: Temporal is external")
                    : Check.warning(
                            name,
                            "not installed; the first start downloads it",
                            "Without a network: " + TemporalBinary.HOW_TO_INSTALL + ".");
        } catch (ServiceException e) {
            return Check.fault(name, e, TemporalBinary.HOW_TO_INSTALL + ".");
        }
    }

    private static Check temporal(TemporalConnection temporal) {
        try {
            TemporalStubs.probe(temporal);
            return Check.ok("Temporal", temporal.toString());
        } catch (PlatformException e) {
            return Check.fault("Temporal", e, "Check TEMPORAL_ADDRESS and that the server runs.");
        }
    }

    private static Check postgres(PostgresConnection postgres) {
        try {
            SchemaState schema = Migrate.state(postgres.jdbcUrl(), postgres.user(), postgres.password());
            return schema.usable()
                    ? Check.ok("PostgreSQL", postgres + "; " + schema.explanation())
                    : Check.fault("PostgreSQL", postgres + "; " + schema.explanation(), "Run 'fomo migrate'.");
        } catch (MigrationException e) {
            return Check.fault("PostgreSQL", e, "Check FOMO_POSTGRES_URL and that the server runs.");
        }
    }

    private static Check s3(S3Connection s3, Optional<PostgresConnection> postgres) {
        if (postgres.isEmpty()) {
            return Check.warning("S3", s3 + "; not asked, since PostgreSQL does not run", "Run 'fomo up', then again.");
        }
        DatabaseConfiguration rows = new DatabaseConfiguration(
                postgres.get().jdbcUrl(), postgres.get().user(), postgres.get().password(), 1);
        try (Database database = Database.open(rows);
                BlobStore blobs = BlobStore.open(
                        new S3Configuration(s3.endpoint(), s3.region(), s3.bucket(), s3.accessKey(), s3.secretKey()),
                        database)) {
            return blobs.bucketExists()
                    ? Check.ok("S3", s3.toString())
                    : Check.ok("S3", s3 + "; the bucket is made on first use");
        } catch (BlobStoreException e) {
            return Check.fault("S3", e, "Check FOMO_S3_ENDPOINT, the keys, and that the server runs.");
        } catch (DatabaseUnavailableException e) {
            return Check.warning("S3", "not asked, since PostgreSQL cannot be reached", "Cure PostgreSQL first.");
        }
    }
}
