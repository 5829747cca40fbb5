package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EfficientNetLite0Test {
    private static Encoder encoder;

    @BeforeAll
    static void open() {
        encoder = Encoders.shipped().open("efficientnet-lite0");
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void itsFeaturesAreThoseOfTheOriginalModelInPyTorch() throws Exception {
        float[] expected = original();

        float[] features = encoder.encode(List.of(wave(0)))[0];

        // The shipped weights are rounded to float16; one wrong padding or block would be off by tenths.
        double difference = 0;
        for (int i = 0; i < 1280; i++) {
            assertThat(features[i]).as("feature %d", i).isCloseTo(expected[i], within(0.03f));
            difference += Math.abs(features[i] - expected[i]) / 1280;
        }
        assertThat(difference).isLessThan(0.002);
    }

    @Test
    void anImagesFeaturesDoNotDependOnTheImagesBesideIt() {
        List<float[]> images = List.of(wave(0), wave(1), wave(2), wave(3), wave(4), wave(5), wave(6), wave(7), wave(8));

        float[][] together = encoder.encode(images);

        for (int i = 0; i < images.size(); i++) {
            assertThat(together[i]).isEqualTo(encoder.encode(List.of(images.get(i)))[0]);
        }
        assertThat(together[0]).isNotEqualTo(together[1]);
    }

    @Test
    void noImagesHaveNoFeatures() {
        assertThat(encoder.encode(Collections.emptyList())).isEmpty();
    }

    @Test
    void itsIdIsKnownWithoutOpeningIt() {
        assertThat(encoder.id()).isEqualTo(Encoders.shipped().id("efficientnet-lite0"));
        assertThat(OrtEnvironment.getEnvironment().getVersion()).isEqualTo(Encoders.ONNX_RUNTIME_VERSION);
    }

    @Test
    void anUnknownEncoderIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> Encoders.shipped().open("vgg19"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vgg19")
                .hasMessageContaining("efficientnet-lite0");
    }

    /** The input that the fixture was computed of: sin(0.01 i + phase). */
    static float[] wave(double phase) {
        float[] input = new float[3 * 224 * 224];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) Math.sin(0.01 * i + phase);
        }
        return input;
    }

    static float[] original() throws Exception {
        try (var input = EfficientNetLite0Test.class.getResourceAsStream("/efficientnet-lite0-features.txt")) {
            assertThat(input).isNotNull();
            String[] numbers = new String(input.readAllBytes(), StandardCharsets.US_ASCII)
                    .trim()
                    .split("\\s+");
            assertThat(numbers).hasSize(1280);
            float[] features = new float[1280];
            for (int i = 0; i < features.length; i++) {
                features[i] = Float.parseFloat(numbers[i]);
            }
            return features;
        }
    }
}
