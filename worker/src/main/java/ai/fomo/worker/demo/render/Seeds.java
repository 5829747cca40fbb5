package ai.fomo.worker.demo.render;

import java.util.Random;

/** Independent streams of chance from one seed. */
public final class Seeds {
    private Seeds() {}

    /** @param purpose keeps streams of the same seed apart */
    public static Random random(long seed, String purpose) {
        return new Random(of(seed, purpose.hashCode()));
    }

    /** A seed of its own for each pair. Neighbouring seeds of Random begin alike, so they are mixed (Stafford's variant 13). */
    public static long of(long seed, long index) {
        long mixed = seed * 0x9e3779b97f4a7c15L + index;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
