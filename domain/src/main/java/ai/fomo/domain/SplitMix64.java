package ai.fomo.domain;

/**
 * A generator of pseudo-random numbers (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
 * Written out, since what it yields decides which images a model is tested on and how sure its figures are, and must not change with the JDK.
 */
public final class SplitMix64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    public SplitMix64(long seed) {
        this.state = seed;
    }

    /** A hash of {@code seed} and {@code key}: fast, well mixed, and no protection against people who choose keys. */
    public static long hash(long seed, String key) {
        long hash = mix(seed + GOLDEN);
        for (int i = 0; i < key.length(); i++) {
            hash = mix(hash + GOLDEN * (key.charAt(i) + 1));
        }
        return hash;
    }

    /** Uniform in [0, bound), up to a bias of bound / 2^31. */
    public int next(int bound) {
        state += GOLDEN;
        return (int) (((mix(state) >>> 33) * bound) >>> 31);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
