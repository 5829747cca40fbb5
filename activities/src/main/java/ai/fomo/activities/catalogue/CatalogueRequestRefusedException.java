package ai.fomo.activities.catalogue;

/** A sync was asked for that no source can carry out. Trying again does not help. */
public final class CatalogueRequestRefusedException extends RuntimeException {
    CatalogueRequestRefusedException(String sentence) {
        super(sentence);
    }
}
