package ai.fomo.worker.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that holds everything the embedded services keep. One file system, one owner at a time. */
public record Home(Path directory) {
    /** Room for the unpacked binaries, the databases' journals and some covers: with less, a start fails half-way. */
    private static final long LEAST_FREE_MEBIBYTES = 600;

    private static final String LOGS = "logs";
    private static final long MEBIBYTE = 1024L * 1024;

    /** @throws ServiceException where the directory cannot be made or has too little room */
    public static Home prepare(Path directory) {
        try {
            Files.createDirectories(directory.resolve(LOGS));
            long free = Files.getFileStore(directory).getUsableSpace() / MEBIBYTE;
            if (free < LEAST_FREE_MEBIBYTES) {
                throw new ServiceException("The disk of " + directory + " has " + free + " MiB free, but the services"
                        + " need " + LEAST_FREE_MEBIBYTES
                        + ": free some, or set FOMO_HOME to a directory on a larger disk.");
            }
            if (!Files.isWritable(directory)) {
                throw new ServiceException(directory + " cannot be written: set FOMO_HOME to a directory that can be.");
            }
        } catch (IOException e) {
            throw new ServiceException(
                    directory + " cannot be used for the services' data (" + e.getMessage()
                            + "): set FOMO_HOME to a directory that can be written.",
                    e);
        }
        return new Home(directory);
    }

    Path lock() {
        return directory.resolve("lock");
    }

    Path runningServices() {
        return directory.resolve("services.json");
    }

    Path postgresData() {
        return directory.resolve("postgres").resolve("data");
    }

    /** Exists once the database was initialised completely. */
    Path postgresInitialised() {
        return directory.resolve("postgres").resolve("initialised");
    }

    /** Not above the data: the library clears directories that it takes for its own from there. */
    Path postgresBinaries() {
        return directory.resolve("postgres-binaries");
    }

    Path s3() {
        return directory.resolve("s3");
    }

    Path s3Keys() {
        return directory.resolve("s3-keys.json");
    }

    Path temporal() {
        return directory.resolve("temporal");
    }

    Path temporalDatabase() {
        return temporal().resolve("temporal.db");
    }

    /** Of files that are under way. */
    public Path downloads() {
        return directory.resolve("downloads");
    }

    public Path logs() {
        return directory.resolve(LOGS);
    }
}
