package ai.fomo.learning.feature;

import static ai.onnxruntime.OrtSession.SessionOptions.OptLevel.ALL_OPT;
import static ai.onnxruntime.OrtSession.SessionOptions.OptLevel.EXTENDED_OPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.pretrained.PretrainedWeights;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderInWholeNumbersTest {
    private static final String NAME = "efficientnet-lite0@int8";

    private static final byte[] FLOATS = PretrainedWeights.EFFICIENTNET_LITE0.read();
    private static final ActivationRanges RANGES =
            ActivationRanges.parse(PretrainedWeights.EFFICIENTNET_LITE0_RANGES.read());
    private static final Patches PATCHES = Patches.of(FLOATS, RANGES).orElseThrow();
    private static final ImageLayout LAYOUT = PATCHES.layout();

    private static Encoder encoder;

    @BeforeAll
    static void open() {
        encoder = Encoders.shipped().open(NAME);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void itsFeaturesPointWhereThoseOfTheOriginalModelInPyTorchDo() throws Exception {
        float[] expected = EfficientNetLite0Test.original();

        float[] features = encoder.encode(List.of(wave(0)))[0];

        assertThat(features).hasSize(1280);
        assertThat(cosine(features, expected)).isGreaterThan(0.95);
        // They tell images apart: another one is further away than rounding brings them.
        float[] other = encoder.encode(List.of(wave(5)))[0];
        assertThat(cosine(other, expected)).isLessThan(cosine(features, expected));
    }

    @Test
    void anImagesFeaturesAreTheSameBytesWhateverIsBesideIt() {
        List<float[]> images =
                IntStream.range(0, 9).mapToObj(EncoderInWholeNumbersTest::wave).toList();

        float[][] together = encoder.encode(images);

        for (int i = 0; i < images.size(); i++) {
            assertThat(together[i]).isEqualTo(encoder.encode(List.of(images.get(i)))[0]);
        }
        assertThat(together[0]).isNotEqualTo(together[1]);
    }

    /** What makes it fast: one convolution that stays in floats goes through three times the memory. */
    @Test
    void onnxRuntimeComputesEveryConvolutionInWholeNumbers(@TempDir Path directory) throws Exception {
        var operators = optimised(Encoders.shipped().onnx(encoder.id()), EXTENDED_OPT, directory).stream()
                .collect(Collectors.groupingBy(NodeProto::getOpType, Collectors.counting()));

        assertThat(operators)
                .containsEntry("QLinearConv", 49L)
                .containsEntry("QLinearAdd", 9L)
                .doesNotContainKeys("Conv", "Add", "Clip");
    }

    @Test
    void onnxRuntimeTakesPatchesAsTheyAre(@TempDir Path directory) throws Exception {
        List<NodeProto> nodes = optimised(QuantizedGraph.onPatches(FLOATS, RANGES, PATCHES), ALL_OPT, directory);

        assertThat(nodes)
                .filteredOn(node -> node.getInputList().contains("image"))
                .extracting(NodeProto::getOpType)
                .containsExactly("QLinearConv");
        assertThat(nodes).extracting(NodeProto::getOpType).doesNotContain("QuantizeLinear", "Conv");
    }

    /** On patches here, and on floats for whoever builds on it. */
    @Test
    void itsFeaturesAreTheSameBytesAsThoseOfItsOnnxFile() {
        List<float[]> images =
                IntStream.range(0, 5).mapToObj(EfficientNetLite0Test::wave).toList();

        try (ImageModel exported = ImageModel.open(Encoders.shipped().onnx(encoder.id()), 224, NAME)) {
            assertThat(encoder.encode(LaidOut.as(LAYOUT, images, 224))).isDeepEqualTo(exported.run(images));
        }
    }

    private static float[] wave(int number) {
        return LaidOut.as(LAYOUT, EfficientNetLite0Test.wave(number), 224);
    }

    private static List<NodeProto> optimised(byte[] onnx, OptLevel level, Path directory) throws Exception {
        Path optimised = directory.resolve("optimised.onnx");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // It warns that such a file is for this machine.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.setOptimizedModelFilePath(optimised.toString());
            options.setOptimizationLevel(level);
            OnnxRuntime.environment().createSession(onnx, options).close();
        }
        return ModelProto.parseFrom(Files.readAllBytes(optimised)).getGraph().getNodeList();
    }

    @Test
    void itIsAnEncoderOfItsOwnNamedAfterItsRangesToo() {
        EncoderId plain = Encoders.shipped().id("efficientnet-lite0");
        EncoderId id = encoder.id();
        Sha256 ranges = Sha256.of(PretrainedWeights.EFFICIENTNET_LITE0_RANGES.read());

        assertThat(ranges.toString()).isEqualTo(PretrainedWeights.EFFICIENTNET_LITE0_RANGES.sha256());
        assertThat(id.runtime())
                .isEqualTo(plain.runtime() + "-int8-" + ranges.toString().substring(0, 8));
        assertThat(id.weights()).isEqualTo(plain.weights());
        assertThat(Encoders.ours(id)).isEqualTo(id).isEqualTo(Encoders.shipped().id(NAME));
    }

    @Test
    void aNetworkThatNobodyMeasuredHasNoneAndTheSentenceSaysWhatToName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encoders.shipped().id("vgg16@int8", Sha256.of(new byte[0])))
                .withMessage(
                        "encoder vgg16 has no runtime in whole numbers, since nobody has measured the ranges of its"
                                + " values; name vgg16 instead");
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }
}
