package ai.fomo.storage.catalogue;

/** The name of a source is taken. */
public final class SourceExistsException extends RuntimeException {
    SourceExistsException(String name) {
        super("there is a dataset named '" + name + "' already; choose another name");
    }
}
