package ai.fomo.learning.feature;

import ai.fomo.pretrained.PretrainedWeights;

/**
 * What an encoder is besides its name and the numbers of its weights.
 *
 * @param side of the square that images are squeezed into, in pixels
 * @param dimension length of the feature vector
 */
record Architecture(int side, int dimension, PixelScaling pixels, EncoderWeights weights) {
    static Architecture shipped(PretrainedWeights file, int side, int dimension) {
        return new Architecture(side, dimension, PixelScaling.CENTRED, new EncoderWeights.Shipped(file));
    }

    static Architecture vgg16(int blocks) {
        return new Architecture(
                Vgg16.SIDE,
                Vgg16.dimension(blocks, Vgg16.SIDE),
                PixelScaling.LESS_MEANS,
                new EncoderWeights.OfVgg16(blocks));
    }

    Preprocessing preprocessing() {
        return new Preprocessing(side, pixels);
    }
}
