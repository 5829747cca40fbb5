package ai.fomo.sources.catalogue;

import org.jspecify.annotations.Nullable;

/** Why a catalogue did not give what it was asked for. The message is one sentence for the person who runs it. */
public abstract sealed class SourceException extends RuntimeException
        permits RateLimitedException, SourceUnavailableException, SourceRefusedException, CoverRefusedException {
    SourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
