package ai.fomo.learning.feature;

import ai.fomo.pretrained.PretrainedWeights;
import java.util.Optional;

/**
 * What an encoder is besides its name and the numbers of its weights.
 *
 * @param side of the square that images are squeezed into, in pixels
 * @param dimension length of the feature vector
 * @param winograd whether ONNX Runtime gets it as {@link WinogradGraph} on a CPU
 * @param ranges of its values, {@link ActivationRanges}; empty where nobody has measured them, so that it has no runtime in whole numbers
 */
record Architecture(
        int side,
        int dimension,
        PixelScaling pixels,
        EncoderWeights weights,
        boolean winograd,
        Optional<PretrainedWeights> ranges) {
    static Architecture shipped(PretrainedWeights file, PretrainedWeights ranges, int side, int dimension) {
        return new Architecture(
                side, dimension, PixelScaling.CENTRED, new EncoderWeights.Shipped(file), false, Optional.of(ranges));
    }

    static Architecture vgg16(int blocks) {
        return new Architecture(
                Vgg16.SIDE,
                Vgg16.dimension(blocks, Vgg16.SIDE),
                PixelScaling.LESS_MEANS,
                new EncoderWeights.OfVgg16(blocks),
                true,
                Optional.empty());
    }

    Preprocessing preprocessing() {
        return new Preprocessing(side, pixels);
    }
}
