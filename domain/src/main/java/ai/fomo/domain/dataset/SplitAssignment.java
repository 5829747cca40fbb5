package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Which split a group falls into: 80 % train, 10 % validation, 10 % test, by a hash of its name. It depends on nothing
 * else, so that a group keeps its split in every dataset it is ever part of, however the covers around it change.
 */
public final class SplitAssignment {
    /** Part of the contract: another salt moves every group, and champions would be tested on what they have seen. */
    private static final String SALT = "fomo-split-1";

    private static final BigInteger BUCKETS = BigInteger.valueOf(100);
    private static final int TEST_BUCKETS = 10;
    private static final int VALIDATION_BUCKETS = 10;

    private final long seed;

    private SplitAssignment(long seed) {
        this.seed = seed;
    }

    /** The assignment that datasets share. */
    public static SplitAssignment standard() {
        return of(0);
    }

    /**
     * An assignment of its own. A model trained under one seed has seen test items of another: compare models only
     * within a seed.
     */
    public static SplitAssignment of(long seed) {
        return new SplitAssignment(seed);
    }

    public Split of(String group) {
        byte[] key = (SALT + '\n' + seed + '\n' + group).getBytes(StandardCharsets.UTF_8);
        int bucket = new BigInteger(Sha256.of(key).hex(), 16).mod(BUCKETS).intValueExact();
        if (bucket < TEST_BUCKETS) {
            return Split.TEST;
        }
        return bucket < TEST_BUCKETS + VALIDATION_BUCKETS ? Split.VALIDATION : Split.TRAIN;
    }
}
