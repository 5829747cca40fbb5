package ai.fomo.migrations;

/** A database's schema beside the one that this code was written for. Versions are those of the migrations' file names. */
public sealed interface SchemaState {
    /** The schema is the one that this code wants. */
    record Current(String version) implements SchemaState {}

    /** Migrations are missing. */
    record Behind(String found, String wanted) implements SchemaState {}

    /** A newer version of the platform has migrated the database. */
    record Ahead(String found, String wanted) implements SchemaState {}

    /** Nothing has been migrated yet. */
    record Empty(String wanted) implements SchemaState {}

    /** Whether this code can work on the database. */
    default boolean usable() {
        return this instanceof Current;
    }

    /** What was found and what to do, in one sentence. */
    default String explanation() {
        if (this instanceof Current current) {
            return "the schema is up to date, at version " + current.version();
        }
        if (this instanceof Behind behind) {
            return "the schema is at version " + behind.found() + " and this program needs " + behind.wanted()
                    + "; run 'fomo migrate'";
        }
        if (this instanceof Ahead ahead) {
            return "the schema is at version " + ahead.found() + ", newer than this program's " + ahead.wanted()
                    + "; use the version of the program that migrated it";
        }
        return "the database has no schema yet; run 'fomo migrate'";
    }
}
