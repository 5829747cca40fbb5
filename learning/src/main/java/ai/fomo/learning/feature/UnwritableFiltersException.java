package ai.fomo.learning.feature;

import java.nio.file.Path;

/** The local disk did not take what an encoder is opened from. The message says where; a retry may succeed, once there is room. */
public final class UnwritableFiltersException extends RuntimeException {
    UnwritableFiltersException(String encoder, Path directory, Exception cause) {
        super(
                "the filters of " + encoder + ", 200 MB, cannot be written to " + directory + " (" + cause.getMessage()
                        + "); make room there, or name another directory with -Djava.io.tmpdir=DIRECTORY in"
                        + " FOMO_JAVA_OPTIONS",
                cause);
    }
}
