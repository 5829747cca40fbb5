package ai.fomo.activities.catalogue;

/** A dataset was named that nobody imported. */
public final class UnknownSourceException extends RuntimeException {
    public UnknownSourceException(String name) {
        super("there is no dataset named '" + name + "'; import one with: fomo dataset import --name " + name
                + " --csv labels.csv --images DIR");
    }
}
