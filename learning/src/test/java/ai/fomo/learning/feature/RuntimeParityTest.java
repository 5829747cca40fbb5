package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.training.Device;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX Runtime and DL4J, on one file of weights, beside each other and beside PyTorch. */
class RuntimeParityTest {
    private static final float TOLERANCE = 1e-4f;
    private static final int SIDE = 32;

    private static byte[] weights = {};

    @BeforeAll
    static void make() {
        weights = SeededVgg16.file();
    }

    /** 59 MB that nobody needs any more. */
    @AfterAll
    static void forget() {
        weights = new byte[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {Encoders.EFFICIENTNET_LITE0, Encoders.VGG16, Encoders.VGG16_BLOCK4})
    void bothRuntimesGiveTheSameFeatures(String name) {
        Encoders encoders = new Encoders(SeededVgg16.provided(weights));
        List<float[]> images = name.equals(Encoders.EFFICIENTNET_LITE0)
                ? List.of(EfficientNetLite0Test.wave(0), EfficientNetLite0Test.wave(1))
                : SeededVgg16.images(2, Encoders.side(name));

        float[][] ours;
        try (Encoder encoder = encoders.open(name + "@dl4j")) {
            ours = encoder.encode(images);
        }
        float[][] theirs;
        try (Encoder encoder = encoders.open(name)) {
            theirs = encoder.encode(images);
        }

        for (int image = 0; image < images.size(); image++) {
            assertThat(ours[image]).hasSameSizeAs(theirs[image]);
            assertThat(difference(ours[image], theirs[image])).isLessThanOrEqualTo(TOLERANCE * largest(theirs[image]));
        }
        assertThat(difference(ours[0], ours[1])).isGreaterThan(TOLERANCE * largest(ours[0]));
    }

    @Test
    void efficientNetIsPyTorchsInDl4jAsWell() throws Exception {
        float[] expected = EfficientNetLite0Test.original();

        float[] features;
        try (Encoder encoder = Encoders.shipped().open("efficientnet-lite0@dl4j")) {
            features = encoder.encode(List.of(EfficientNetLite0Test.wave(0)))[0];
        }

        // The shipped weights are rounded to float16.
        assertThat(features).containsExactly(expected, within(0.03f));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void vgg16IsPyTorchsInDl4jAsWell(int blocks) throws Exception {
        float[][] expected = Vgg16Test.expected();

        float[][] features;
        try (Network network = Dl4jNetwork.open("vgg16@dl4j", SIDE, Vgg16.onnx(weights, blocks, SIDE), Device.CPU)) {
            features = network.run(SeededVgg16.images(2, SIDE));
        }

        for (int image = 0; image < features.length; image++) {
            float[] row = expected[2 * (blocks - 4) + image];
            assertThat(features[image]).hasSize(Vgg16.dimension(blocks, SIDE));
            for (int i = 0; i < row.length; i++) {
                assertThat(features[image][i])
                        .as("feature %d of image %d", i, image)
                        .isCloseTo(row[i], within(1e-3f * Math.max(1, row[i])));
            }
        }
    }

    private static float difference(float[] some, float[] others) {
        float largest = 0;
        for (int i = 0; i < some.length; i++) {
            largest = Math.max(largest, Math.abs(some[i] - others[i]));
        }
        return largest;
    }

    private static float largest(float[] numbers) {
        return difference(numbers, new float[numbers.length]);
    }
}
