package ai.fomo.activities.dataset;

import java.util.Locale;

/** The steps of a dataset build, in order. */
public enum BuildPhase {
    /** Covers and labels from the database. */
    READ,
    /** Near copies by fingerprint. */
    SEARCH,
    /** Copies, groups, splits, rare classes. */
    SPLIT,
    /** Manifest and rows. */
    SAVE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
