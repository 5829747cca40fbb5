package ai.fomo.sources.catalogue;

/** The source will not answer this, however often it is asked: a person has to change something. */
public final class SourceRefusedException extends SourceException {
    public SourceRefusedException(String message) {
        super(message, null);
    }
}
