package ai.fomo.sources.catalogue;

/** One image cannot be had: it is gone, or larger than what is taken. The others are not affected. */
public final class CoverRefusedException extends SourceException {
    public CoverRefusedException(String message) {
        super(message, null);
    }
}
