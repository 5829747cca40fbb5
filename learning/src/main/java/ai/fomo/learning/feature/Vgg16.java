package ai.fomo.learning.feature;

import ai.fomo.learning.model.TensorFile;
import ai.fomo.learning.weights.Convolution;
import java.util.ArrayList;
import java.util.List;

/**
 * VGG16's convolutional blocks (Simonyan, Zisserman 2014): convolutions of 3 x 3 with a border of zeros, each followed by a
 * rectifier, and at the end of a block the maximum of every 2 x 2.
 *
 * <p>Features are the last block's output, flattened channel by channel, each channel row by row (C x H x W). Keras flattens
 * H x W x C: the same numbers in another order.
 */
public final class Vgg16 {
    /** What its weights are called where they are kept. */
    public static final String WEIGHTS = "vgg16";

    /** What the metadata of a weights file say in {@code format}; arrays are float32, kernels in the order O x I x H x W. */
    public static final String FORMAT = "fomo-weights/1";

    static final int SIDE = 224;

    private static final int COLOURS = 3;

    private record Block(int convolutions, int channels) {}

    private static final List<Block> BLOCKS =
            List.of(new Block(2, 64), new Block(2, 128), new Block(3, 256), new Block(3, 512), new Block(3, 512));

    private Vgg16() {}

    /** All 13, in their order. */
    public static List<Convolution> convolutions() {
        List<Convolution> convolutions = new ArrayList<>();
        for (int block = 1; block <= BLOCKS.size(); block++) {
            convolutions.addAll(convolutions(block));
        }
        return convolutions;
    }

    /** @param block counted from 1 */
    private static List<Convolution> convolutions(int block) {
        int channels = BLOCKS.get(block - 1).channels();
        int inputs = block == 1 ? COLOURS : BLOCKS.get(block - 2).channels();
        List<Convolution> convolutions = new ArrayList<>();
        for (int i = 1; i <= BLOCKS.get(block - 1).convolutions(); i++) {
            convolutions.add(new Convolution("block" + block + "_conv" + i, i == 1 ? inputs : channels, channels));
        }
        return convolutions;
    }

    /** How many numbers the first blocks give for an image. */
    static int dimension(int blocks, int side) {
        int pooled = side >> blocks;
        return BLOCKS.get(blocks - 1).channels() * pooled * pooled;
    }

    /**
     * The first blocks as an ONNX model, {@code image} to {@code features}.
     *
     * @param weights a safetensors file of {@link #FORMAT}
     * @param side of the images, in pixels, a multiple of 32
     * @throws ai.fomo.learning.model.NotAModelFileException where the weights are not VGG16's, naming what is wrong
     */
    static byte[] onnx(byte[] weights, int blocks, int side) {
        if (side <= 0 || side % 32 != 0) {
            throw new IllegalArgumentException("the side of an image must be a multiple of 32, was " + side);
        }
        TensorFile file = TensorFile.parse(weights).require(FORMAT);
        ConvolutionNodes nodes = new ConvolutionNodes(file, side);
        for (int block = 1; block <= blocks; block++) {
            convolutions(block).forEach(nodes::convolution);
            nodes.maximum("block" + block + "_pool");
        }
        return nodes.flattened("vgg16", dimension(blocks, side));
    }
}
