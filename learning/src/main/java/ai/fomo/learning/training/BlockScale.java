package ai.fomo.learning.training;

import ai.fomo.learning.feature.FeatureRows;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a block's outputs are multiplied by on their way into the dense layers. Pretrained blocks give numbers of any size; layers
 * that begin with small random weights, and take steps of one size, want them to be about 1.
 */
final class BlockScale {
    /** Of the first images, which is enough to tell a size. */
    private static final int IMAGES = 128;

    private static final int ROWS = 16;

    /** Three digits: the same wherever the outputs' last digits differ. */
    private static final MathContext DIGITS = new MathContext(3);

    private BlockScale() {}

    /** One over the root mean square of the pretrained block's outputs. */
    static float of(LastBlock block, FeatureRows rows) {
        BlockRuntime runtime = BlockRuntime.open(block, block.side(rows.width()));
        double squares = 0;
        long numbers = 0;
        for (int from = 0; from < Math.min(IMAGES, rows.count()); from += ROWS) {
            int to = Math.min(rows.count(), from + ROWS);
            for (float output : runtime.run(rows.block(from, to), to - from)) {
                squares += output * output;
                numbers++;
            }
        }
        return squares == 0
                ? 1
                : BigDecimal.valueOf(Math.sqrt(numbers / squares)).round(DIGITS).floatValue();
    }
}
