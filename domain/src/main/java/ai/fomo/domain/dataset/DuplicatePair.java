package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;

/**
 * Two images that show the same picture, though their bytes differ.
 *
 * @param first the smaller digest of the two
 * @param mirrored whether one is the mirror image of the other
 */
public record DuplicatePair(Sha256 first, Sha256 second, boolean mirrored) {
    public DuplicatePair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("the smaller digest comes first: " + first + ", " + second);
        }
    }

    /** Of the two in either order. */
    public static DuplicatePair of(Sha256 one, Sha256 other, boolean mirrored) {
        return one.compareTo(other) < 0
                ? new DuplicatePair(one, other, mirrored)
                : new DuplicatePair(other, one, mirrored);
    }
}
