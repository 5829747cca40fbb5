package ai.fomo.domain.dataset;

import java.util.Arrays;

/**
 * Finds hashes within a few bits of each other without comparing all of them: multi-index hashing (Norouzi, Punjani and Fleet,
 * Fast Search in Hamming Space with Multi-Index Hashing, 2012). Two hashes that differ in at most {@value #RADIUS} bits differ in
 * at most one bit in one of their four quarters at least, so each quarter has a table, and each hash looks into each table
 * under its own quarter and the 16 quarters one bit away.
 */
final class HashIndex {
    /**
     * Bits. Of 7,800 planted copies of 600 covers the farthest is 6 away; a few copies with hardly any contrast, in a larger
     * trial, were up to 9 away. Of unrelated covers 32 pairs in a million are as near as this. One more would need quarters two
     * bits away: eight times the work.
     */
    static final int RADIUS = 7;

    private static final int QUARTERS = 4;
    private static final int QUARTER_BITS = Long.SIZE / QUARTERS;
    private static final int KEYS = 1 << QUARTER_BITS;

    /**
     * Hashes looked at for one key, and for one query. A million hashes of real covers stay below both; hashes that crowd
     * together take time in proportion to their number all the same, and then only the nearest in order are looked at.
     */
    private static final int LOOKED_AT_PER_KEY = 4_096;

    private static final int LOOKED_AT = 40_000;

    private final long[] hashes;
    private final Table[] tables = new Table[QUARTERS];
    private int reached;

    /** @param hashes sorted as unsigned numbers */
    HashIndex(long[] hashes) {
        this.hashes = hashes;
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            tables[quarter] = Table.of(hashes, quarter);
        }
    }

    /**
     * Tells that {@link #before} will be asked for no position before this one, so that it need not look for where to stop.
     * Not at the same time as {@link #before}, which any number of threads may call at once.
     */
    void advanceTo(int position) {
        for (; reached < position; reached++) {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                tables[quarter].ends[key(hashes[reached], quarter)]++;
            }
        }
    }

    /**
     * Positions before {@code position} whose hashes are within the radius, nearest first; of equally near ones the first.
     *
     * @param most no more than these
     * @return each as {@code distance << 32 | position}
     */
    long[] before(int position, int most) {
        Found found = new Found();
        int left = LOOKED_AT;
        for (int flip = -1; flip < QUARTER_BITS; flip++) {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                int key = key(hashes[position], quarter) ^ (flip < 0 ? 0 : 1 << flip);
                left -= tables[quarter].search(
                        key, position, hashes[position], Math.min(left, LOOKED_AT_PER_KEY), found);
            }
        }
        return found.nearest(most);
    }

    private static int key(long hash, int quarter) {
        return (int) (hash >>> (quarter * QUARTER_BITS)) & (KEYS - 1);
    }

    /**
     * @param starts where each key's entries begin
     * @param ends behind each key's last entry that is before all positions to come
     * @param positions by key, then ascending
     * @param hashes of these positions, beside each other so that a key's are read in one go
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Table(int[] starts, int[] ends, int[] positions, long[] hashes) {
        static Table of(long[] hashes, int quarter) {
            int[] starts = new int[KEYS + 1];
            for (long hash : hashes) {
                starts[key(hash, quarter) + 1]++;
            }
            for (int key = 0; key < KEYS; key++) {
                starts[key + 1] += starts[key];
            }
            int[] next = starts.clone();
            int[] positions = new int[hashes.length];
            long[] ordered = new long[hashes.length];
            for (int position = 0; position < hashes.length; position++) {
                int entry = next[key(hashes[position], quarter)]++;
                positions[entry] = position;
                ordered[entry] = hashes[position];
            }
            return new Table(starts, Arrays.copyOf(starts, KEYS), positions, ordered);
        }

        /** @return how many it looked at */
        int search(int key, int position, long hash, int most, Found found) {
            int end = ends[key];
            while (end < starts[key + 1] && positions[end] < position) {
                end++;
            }
            int start = Math.max(starts[key], end - most);
            for (int entry = start; entry < end; entry++) {
                int distance = Long.bitCount(hashes[entry] ^ hash);
                if (distance <= RADIUS) {
                    found.add(distance, positions[entry]);
                }
            }
            return end - start;
        }
    }

    /** The same position comes up once for every quarter that is near. */
    private static final class Found {
        private long[] entries = new long[16];
        private int size;

        void add(int distance, int position) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, 2 * size);
            }
            entries[size++] = ((long) distance << Integer.SIZE) | position;
        }

        long[] nearest(int most) {
            return Arrays.stream(entries, 0, size)
                    .sorted()
                    .distinct()
                    .limit(most)
                    .toArray();
        }
    }
}
