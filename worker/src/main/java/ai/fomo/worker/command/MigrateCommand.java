package ai.fomo.worker.command;

import ai.fomo.migrations.Migrate;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import picocli.CommandLine.Command;

/** The only way in which an external database gets its schema. */
@Command(
        name = "migrate",
        description = {
            "Brings PostgreSQL to the schema that this version needs.",
            "Embedded PostgreSQL is migrated whenever it starts; workers never migrate."
        },
        footer = {
            "",
            "Example:",
            "  FOMO_POSTGRES_URL=jdbc:postgresql://db:5432/fomo FOMO_POSTGRES_USER=fomo FOMO_POSTGRES_PASSWORD=... \\",
            "    fomo migrate"
        })
public final class MigrateCommand extends Subcommand {
    /** The document of {@code --json}. */
    record Migrated(int applied) {}

    @Override
    protected ExitCode run() {
        int applied = configuration().postgres().map(MigrateCommand::migrate).orElseGet(this::startEmbedded);
        console()
                .print(
                        applied == 0
                                ? "The schema is up to date."
                                : applied + " migrations applied; the schema is up to date.");
        console().document(new Migrated(applied));
        return ExitCode.DONE;
    }

    private static int migrate(PostgresConnection postgres) {
        return Migrate.migrate(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** Its start migrates. */
    private int startEmbedded() {
        try (Platform platform =
                Platform.joinOrStart(configuration(), PlatformOptions.withoutWorker(), console()::note)) {
            return migrate(platform.addresses().postgres());
        }
    }
}
