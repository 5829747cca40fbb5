package ai.fomo.worker.demo.catalogue;

/** Where artists that are new turn up among those that a search found before. */
public enum Place {
    MIDDLE,
    END
}
