package ai.fomo.learning.image;

import java.util.Arrays;

/** Blocks side by side, from waves to pixels. All at once, by loops over the blocks, of which C2 makes vector instructions. */
final class BlockRow {
    private final BlockShape shape;
    private final int blocks;

    /** By the number's place in the file: where, of all blocks' sums of waves, the first block's is that it goes into. */
    private final int[] targets;

    /** All blocks' of the first wave, then of the next one. */
    private final float[] sums;

    /** The same, an array a wave. */
    private final float[][] waves;

    BlockRow(BlockShape shape, int blocks) {
        this.shape = shape;
        this.blocks = blocks;
        this.targets =
                Arrays.stream(shape.targets()).map(target -> target * blocks).toArray();
        this.waves = new float[shape.across() * shape.down()][blocks];
        this.sums = new float[waves.length * blocks];
    }

    /** For each number of a block, in the order of the file, what it is multiplied by. */
    float[] factors() {
        return shape.factors();
    }

    /** For each number of a block, likewise, which sum it is added to: so many places after the block's first. */
    int[] targets() {
        return targets;
    }

    /** The n-th block's first sum, of its mean, is in the n-th place. */
    float[] sums() {
        return sums;
    }

    /** Rows of pixels. */
    int height() {
        return shape.down();
    }

    /** Writes the rows of pixels, the first one as row {@code top}, and begins anew. */
    void writeTo(float[][] plane, int top) {
        for (int wave = 0; wave < waves.length; wave++) {
            System.arraycopy(sums, wave * blocks, waves[wave], 0, blocks);
        }
        Arrays.fill(sums, 0);
        int across = shape.across();
        for (int x = 0; x < across; x++) {
            CosineSums.compute(waves, x, across, shape.down());
        }
        for (int y = 0; y < shape.down(); y++) {
            CosineSums.compute(waves, y * across, 1, across);
            for (int x = 0; x < across; x++) {
                spread(waves[y * across + x], plane[top + y], x, across);
            }
        }
    }

    private static void spread(float[] pixels, float[] row, int first, int step) {
        for (int i = 0, at = first; i < pixels.length; i++, at += step) {
            row[at] = pixels[i];
        }
    }
}
