package ai.fomo.activities.catalogue;

/** A sync that an earlier version began asks for what this one does in another way. */
public final class EarlierSyncException extends RuntimeException {
    EarlierSyncException(String source) {
        super("the sync of " + source
                + " was begun by an earlier version; begin it again: what is there is not fetched again");
    }
}
