package ai.fomo.learning.training;

import ai.fomo.domain.training.TrainingConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a training takes of memory beyond what the process has already; mapped features are not counted, which the system can
 * always forget.
 *
 * @param fixed bytes, whatever the batch
 * @param perImage bytes for each image of a batch
 */
public record MemoryEstimate(long fixed, long perImage) {
    /** Weights, their gradient, and Adam's two moments. */
    private static final int COPIES = 4;
    /** Of what an image is at some depth, in DL4J's own layers: before and after the activation, its dropout, its gradient. */
    private static final int COPIES_OF_ACTIVATIONS = 4;
    /** The same of squares, and what oneDNN makes of them: in blocks of channels, and in tiles for Winograd's products. */
    private static final int COPIES_OF_SQUARES = 11;
    /** Of a convolution's weights while they are used: turned twice, and in Winograd's tiles, 36 numbers for 9. */
    private static final int COPIES_OF_KERNELS = 6;
    /** Of an image's features: gathered, as an array, and again where the last batch of an epoch is nearly as large. */
    private static final int COPIES_OF_FEATURES = 3;
    /** The natives' own, and what the collector has not come to yet. */
    private static final long ALWAYS = 256L << 20;

    /** @throws IllegalArgumentException where the configuration does not fit the features */
    public static MemoryEstimate of(
            TrainingConfiguration configuration, int features, int classes, Optional<LastBlock> pretrained) {
        NetworkShape shape = NetworkShape.of(configuration, features, classes, pretrained);
        // Initial weights come beside the place that they are written to.
        long largest = shape.parameters().values().stream()
                .mapToLong(MemoryEstimate::size)
                .max()
                .orElse(0);
        long activations = shape.widths().stream().mapToLong(Integer::longValue).sum();
        long squares = shape.block()
                .map(block -> block.convolutions().stream()
                        .mapToLong(convolution -> (long) features / block.channels() * convolution.outputs())
                        .sum())
                .orElse(0L);
        long kernels = shape.block()
                .map(block -> block.convolutions().stream()
                        .mapToLong(convolution -> size(convolution.weight().shape()))
                        .max()
                        .orElse(0))
                .orElse(0L);
        return new MemoryEstimate(
                ALWAYS + Float.BYTES * (COPIES * shape.numbers() + largest + COPIES_OF_KERNELS * kernels),
                Float.BYTES
                        * (COPIES_OF_FEATURES * (long) features
                                + COPIES_OF_ACTIVATIONS * activations
                                + COPIES_OF_SQUARES * squares));
    }

    private static long size(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Bytes that the system could give this process; empty where it does not say. */
    public static OptionalLong available() {
        return ResidentMemory.available();
    }

    public long of(int batch) {
        return fixed + batch * perImage;
    }

    /** 0 where not even one image fits. */
    public long largestBatch(long available) {
        return Math.max(0, (available - fixed) / perImage);
    }

    /** @throws TrainingTooLargeException if it does not fit */
    public void require(TrainingConfiguration configuration, long available) {
        if (of(configuration.batch()) > available) {
            throw TrainingTooLargeException.of(configuration, this, available);
        }
    }
}
