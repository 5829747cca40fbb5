package ai.fomo.storage.blob;

import java.io.IOException;
import java.nio.file.Path;

/** The local disk did not take or give what it should. The message says where; a retry may succeed, once there is room. */
public final class LocalDiskException extends RuntimeException {
    private LocalDiskException(String message, Throwable cause) {
        super(message, cause);
    }

    public static LocalDiskException of(Path file, IOException cause) {
        return new LocalDiskException(
                file + " cannot be written or read (" + reason(cause)
                        + "); make room there, or set FOMO_HOME to a directory on a larger disk",
                cause);
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
