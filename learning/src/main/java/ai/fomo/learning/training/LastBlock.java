package ai.fomo.learning.training;

import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A block of convolutions, 3 x 3 with a border of zeros and ReLU behind each, and a maximum over 2 x 2 at its end; as VGG16's
 * (Simonyan and Zisserman 2015, arXiv 1409.1556).
 *
 * @param convolutions in their order
 */
public record LastBlock(List<Convolution> convolutions) {
    /** What VGG16's file of weights calls its last block. */
    private static final String VGG16_PREFIX = "block5_conv";

    private static final int KERNEL = 3;

    public LastBlock {
        convolutions = List.copyOf(convolutions);
        if (convolutions.isEmpty()) {
            throw new IllegalArgumentException("a block has convolutions");
        }
    }

    /**
     * @param weight outputs x inputs x 3 x 3
     * @param bias one for each output
     */
    public record Convolution(Tensor weight, Tensor bias) {
        public Convolution {
            List<Integer> shape = weight.shape();
            if (shape.size() != 4
                    || shape.get(2) != KERNEL
                    || shape.get(3) != KERNEL
                    || !bias.shape().equals(shape.subList(0, 1))) {
                throw new NotAModelFileException(
                        "a convolution of shape " + shape + " with biases of shape " + bias.shape() + " is not 3 x 3");
            }
        }

        public int inputs() {
            return weight.shape().get(1);
        }

        public int outputs() {
            return weight.shape().get(0);
        }
    }

    /**
     * The last block of VGG16's pretrained weights.
     *
     * @throws NotAModelFileException if they have none
     */
    public static LastBlock ofVgg16(SortedMap<String, Tensor> weights) {
        List<Convolution> convolutions = new ArrayList<>();
        for (int i = 1; weights.containsKey(VGG16_PREFIX + i + ".weight"); i++) {
            convolutions.add(convolution(weights, VGG16_PREFIX + i));
        }
        if (convolutions.isEmpty()) {
            throw new NotAModelFileException("the weights have no " + VGG16_PREFIX + "1.weight: they are not VGG16's");
        }
        return new LastBlock(convolutions);
    }

    /** The block in a head's file; without any where the head has dense layers alone. */
    static List<Convolution> inHead(SortedMap<String, Tensor> tensors) {
        List<Convolution> convolutions = new ArrayList<>();
        for (Tensor weight = tensors.get(LayerNames.convolutionWeight(0));
                weight != null;
                weight = tensors.get(LayerNames.convolutionWeight(convolutions.size()))) {
            Tensor bias = tensors.get(LayerNames.convolutionBias(convolutions.size()));
            if (bias == null) {
                throw new NotAModelFileException("convolution " + convolutions.size() + " has no biases");
            }
            convolutions.add(new Convolution(weight, bias));
        }
        return convolutions;
    }

    /** As a head's file has them. */
    SortedMap<String, Tensor> tensors() {
        SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (int i = 0; i < convolutions.size(); i++) {
            tensors.put(LayerNames.convolutionWeight(i), convolutions.get(i).weight());
            tensors.put(LayerNames.convolutionBias(i), convolutions.get(i).bias());
        }
        return tensors;
    }

    public int channels() {
        return convolutions.get(0).inputs();
    }

    /**
     * Of the square of each channel.
     *
     * @param features that an image has: channels x side x side
     * @throws IllegalArgumentException if they are not of that form
     */
    public int side(int features) {
        int side = (int) Math.round(Math.sqrt((double) features / channels()));
        if (side < 2 || side % 2 != 0 || side * side * channels() != features) {
            throw new IllegalArgumentException(features + " features are not " + channels()
                    + " squares of an even side: the last block goes on from the features of vgg16-block4");
        }
        return side;
    }

    /** How many numbers it makes of an image: channels of the last convolution, of half the side. */
    public int outputs(int features) {
        int half = side(features) / 2;
        return convolutions.get(convolutions.size() - 1).outputs() * half * half;
    }

    private static Convolution convolution(Map<String, Tensor> weights, String name) {
        Tensor weight = weights.get(name + ".weight");
        Tensor bias = weights.get(name + ".bias");
        if (weight == null || bias == null) {
            throw new NotAModelFileException("the weights have no " + name + ".bias");
        }
        return new Convolution(weight, bias);
    }
}
