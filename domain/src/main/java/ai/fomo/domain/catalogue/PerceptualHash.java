package ai.fomo.domain.catalogue;

/** 64 bits that images which look alike have nearly all in common; those of an image's mirror image are the same. */
public record PerceptualHash(long bits) {
    /** Bits that differ, 0 to 64. */
    public int distance(PerceptualHash other) {
        return Long.bitCount(bits ^ other.bits);
    }
}
