package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.weights.Convolution;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Vgg16Test {
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

    @Test
    void itsFeaturesAreThoseThatPyTorchComputes() throws Exception {
        float[][] expected = expected();

        for (int blocks : new int[] {4, 5}) {
            byte[] onnx = Vgg16.onnx(weights, blocks, SIDE);
            try (ImageModel plain = ImageModel.open(onnx, SIDE, "vgg16");
                    ImageModel winograd = WinogradModel.open(onnx, SIDE, "vgg16")) {
                for (ImageModel model : List.of(plain, winograd)) {
                    float[][] features = model.run(SeededVgg16.images(2, SIDE));
                    for (int image = 0; image < 2; image++) {
                        float[] row = expected[2 * (blocks - 4) + image];
                        assertThat(features[image]).hasSize(Vgg16.dimension(blocks, SIDE));
                        for (int i = 0; i < row.length; i++) {
                            assertThat(features[image][i])
                                    .as("feature %d of image %d after block %d", i, image, blocks)
                                    .isCloseTo(row[i], within(1e-3f * Math.max(1, row[i])));
                        }
                    }
                }
            }
        }
    }

    @Test
    void itsEncoderIsTheExportedGraphInFewerProducts() {
        Encoders encoders = new Encoders(SeededVgg16.provided(weights));
        List<float[]> images = SeededVgg16.images(3, Vgg16.SIDE);
        byte[] exported = encoders.onnx(encoders.id(Encoders.VGG16));

        float[][] expected;
        try (ImageModel model = ImageModel.open(exported, Vgg16.SIDE, "vgg16")) {
            expected = model.run(images);
        }
        float[][] features;
        float[] alone;
        try (Encoder encoder = encoders.open(Encoders.VGG16)) {
            features = encoder.encode(images);
            alone = encoder.encode(images.subList(1, 2))[0];
        }

        assertThat(new GraphReader(exported).nodes())
                .filteredOn(node -> node.getOpType().equals("Conv"))
                .hasSize(13);
        for (int image = 0; image < images.size(); image++) {
            float largest = 0;
            float difference = 0;
            for (int i = 0; i < expected[image].length; i++) {
                largest = Math.max(largest, expected[image][i]);
                difference = Math.max(difference, Math.abs(features[image][i] - expected[image][i]));
            }
            assertThat(difference).isGreaterThan(0).isLessThan(1e-5f * largest);
        }
        assertThat(alone).containsExactly(features[1]);
    }

    @Test
    void itsRuntimeOnACpuSaysHowConvolutionsAreComputed() {
        Encoders encoders = new Encoders(SeededVgg16.provided(weights));

        assertThat(encoders.id(Encoders.VGG16).runtime()).isEqualTo("onnxruntime-1.29.0-winograd");
        assertThat(encoders.id(Encoders.VGG16_BLOCK4).runtime()).isEqualTo("onnxruntime-1.29.0-winograd");
        assertThat(encoders.id(Encoders.EFFICIENTNET_LITE0).runtime()).isEqualTo("onnxruntime-1.29.0");
        assertThat(encoders.id("vgg16@cuda").runtime()).isEqualTo("onnxruntime-1.29.0-cuda");
    }

    @Test
    void imagesMayHaveAnySideThatFivePoolingsLeaveWhole() {
        try (ImageModel model = ImageModel.open(Vgg16.onnx(weights, 5, 64), 64, "vgg16")) {
            assertThat(model.run(SeededVgg16.images(1, 64))).hasDimensions(1, 512 * 2 * 2);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vgg16.onnx(weights, 5, 48))
                .withMessageContaining("multiple of 32");
    }

    @Test
    void itHasThirteenConvolutionsOfFourteenMillionNumbers() {
        long numbers = 0;
        for (Convolution convolution : Vgg16.convolutions()) {
            numbers += 9L * convolution.inputs() * convolution.outputs() + convolution.outputs();
        }
        assertThat(Vgg16.convolutions()).hasSize(13);
        assertThat(numbers).isEqualTo(14_714_688);
    }

    @Test
    void bothEncodersRunOnTheSameFile() {
        Encoders encoders = new Encoders(SeededVgg16.provided(weights));
        EncoderId id = encoders.id(Encoders.VGG16);

        assertThat(id.dimension()).isEqualTo(25_088);
        assertThat(encoders.id(Encoders.VGG16_BLOCK4).dimension()).isEqualTo(100_352);
        assertThat(encoders.id(Encoders.VGG16_BLOCK4).weights())
                .isEqualTo(id.weights())
                .isEqualTo(Sha256.of(weights));
        try (Encoder encoder = encoders.open(id)) {
            assertThat(encoder.encode(SeededVgg16.images(1, 224))).hasDimensions(1, 25_088);
        }
    }

    @Test
    void withoutWeightsOneSentenceSaysHowToGetThem() {
        Encoders encoders = Encoders.shipped();

        assertThatThrownBy(() -> encoders.id(Encoders.VGG16_BLOCK4))
                .isInstanceOf(MissingWeightsException.class)
                .hasMessage("encoder vgg16-block4 has no weights here yet: fomo weights fetch vgg16,"
                        + " or fomo weights fetch vgg16 --file vgg16.h5");
        assertThat(Encoders.names()).containsExactly("efficientnet-lite0", "vgg16", "vgg16-block4");
        assertThat(Encoders.providedWeights(Encoders.VGG16_BLOCK4)).contains("vgg16");
        assertThat(Encoders.providedWeights(Encoders.EFFICIENTNET_LITE0)).isEmpty();
    }

    @Test
    void formerWeightsAreStillWhatAModelAsksFor() {
        EncoderId former = new Encoders(SeededVgg16.provided(weights)).id(Encoders.VGG16);

        assertThat(Encoders.ours(former)).isEqualTo(former);
        EncoderId shipped = Encoders.shipped().id(Encoders.EFFICIENTNET_LITE0);
        EncoderId other = new EncoderId(
                shipped.name(), former.weights(), shipped.runtime(), shipped.preprocessing(), shipped.dimension());
        assertThat(Encoders.ours(other)).isEqualTo(shipped);
    }

    @Test
    void aFileWithoutAnArrayOrWithOneOfAnotherShapeIsRefusedByItsName() {
        Map<String, Tensor> tensors = SeededVgg16.tensors();
        tensors.put("block2_conv1.bias", Tensor.vector(new float[64]));
        byte[] misshapen = SeededVgg16.file(tensors);
        tensors.remove("block2_conv1.weight");
        byte[] incomplete = SeededVgg16.file(tensors);

        assertThatThrownBy(() -> Vgg16.onnx(misshapen, 5, SIDE))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessage("there is no array 'block2_conv1.bias' of shape [128] in it, but one of [64]");
        assertThatThrownBy(() -> Vgg16.onnx(incomplete, 5, SIDE))
                .hasMessage("there is no array 'block2_conv1.weight' of shape [128, 64, 3, 3] in it");
        assertThatThrownBy(() -> Vgg16.onnx(
                        SafeTensors.of(Map.of("format", "fomo-head/1"), Map.of())
                                .toBytes(),
                        5,
                        SIDE))
                .hasMessageContaining("'fomo-head/1', not 'fomo-weights/1'");
    }

    static float[][] expected() throws Exception {
        try (var input = Vgg16Test.class.getResourceAsStream("/vgg16-features.txt")) {
            assertThat(input).isNotNull();
            List<String> lines = new String(input.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            float[][] features = new float[lines.size()][64];
            for (int line = 0; line < features.length; line++) {
                String[] numbers = lines.get(line).split(" ");
                assertThat(numbers).hasSize(64);
                for (int i = 0; i < numbers.length; i++) {
                    features[line][i] = Float.parseFloat(numbers[i]);
                }
            }
            return features;
        }
    }
}
