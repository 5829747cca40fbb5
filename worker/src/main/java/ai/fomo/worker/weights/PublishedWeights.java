package ai.fomo.worker.weights;

import ai.fomo.learning.feature.Vgg16;
import ai.fomo.learning.weights.Convolution;
import java.net.URI;
import java.util.List;

/**
 * Weights that somebody publishes for all.
 *
 * @param name as the platform's encoders ask for them
 * @param address of a Keras file
 * @param digest that its publisher gives of that file
 * @param layers that are wanted of it
 * @param format of the file that becomes of them
 */
public record PublishedWeights(String name, URI address, FileDigest digest, List<Convolution> layers, String format) {
    /** As keras/src/applications/vgg16.py has it: ImageNet, without the dense top. */
    public static final PublishedWeights VGG16 = new PublishedWeights(
            Vgg16.WEIGHTS,
            URI.create("https://storage.googleapis.com/tensorflow/keras-applications/vgg16/"
                    + "vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5"),
            FileDigest.parse("md5:6d6bbae143d832006294945121d1f1fc"),
            Vgg16.convolutions(),
            Vgg16.FORMAT);

    public PublishedWeights {
        layers = List.copyOf(layers);
    }

    /** @throws IllegalArgumentException naming those there are, if there is none of the name */
    public static PublishedWeights named(String name) {
        if (!name.equals(VGG16.name())) {
            throw new IllegalArgumentException(
                    "there are no weights '" + name + "' to be fetched; there are " + VGG16.name());
        }
        return VGG16;
    }
}
