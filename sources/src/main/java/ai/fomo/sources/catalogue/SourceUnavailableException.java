package ai.fomo.sources.catalogue;

import org.jspecify.annotations.Nullable;

/** The source did not answer, or not sensibly; the same request may succeed later. */
public final class SourceUnavailableException extends SourceException {
    public SourceUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
