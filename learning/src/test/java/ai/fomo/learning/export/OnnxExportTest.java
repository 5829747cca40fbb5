package ai.fomo.learning.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Calibration;
import ai.fomo.domain.evaluation.DecisionRule;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.learning.feature.Encoder;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.SeededVgg16;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.learning.model.SafeTensors;
import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.prediction.Predictor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import onnx.Onnx.ModelProto;
import onnx.Onnx.StringStringEntryProto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxExportTest {
    private static final List<String> CLASSES = List.of("Jazz", "Rock", "Soul");
    private static final ModelVersion VERSION = new ModelVersion(7, Sha256.of(new byte[] {7}));

    @SuppressWarnings("NullAway.Init")
    private static Encoder encoder;

    private static byte[] onnx = {};

    @BeforeAll
    static void open() {
        encoder = Encoders.shipped().open(Encoders.EFFICIENTNET_LITE0);
        onnx = Encoders.shipped().onnx(encoder.id());
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void anExportedModelSaysWhatTheModelSaysOfPicturesTogetherAndOneByOne() {
        for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(24), List.of(32, 16))) {
            Predictor predictor = predictor(hidden, 1);

            assertThat(ExportParity.check(OnnxExport.of(predictor, VERSION, "0.1.0", onnx), predictor, encoder))
                    .as("largest difference with hidden layers %s", hidden)
                    .isLessThanOrEqualTo(1e-4);
        }
    }

    @Test
    void aFineTunedBlockIsPartOfTheExport() {
        Map<String, Tensor> tensors = head(List.of(24), 1280, 3 * 8 * 8, new Random(4));
        Random random = new Random(5);
        // 1,280 features as 5 channels of 16 x 16.
        tensors.put("convolution.0.weight", new Tensor(List.of(4, 5, 3, 3), normal(random, 4 * 5 * 9, 0.2)));
        tensors.put("convolution.0.bias", Tensor.vector(normal(random, 4, 0.1)));
        tensors.put("convolution.1.weight", new Tensor(List.of(3, 4, 3, 3), normal(random, 3 * 4 * 9, 0.2)));
        tensors.put("block.scale", Tensor.vector(new float[] {0.7f}));
        tensors.put("convolution.1.bias", Tensor.vector(normal(random, 3, 0.1)));
        Predictor predictor = predictor(encoder, tensors, List.of(24));

        assertThat(ExportParity.check(OnnxExport.of(predictor, VERSION, "0.1.0", onnx), predictor, encoder))
                .isLessThanOrEqualTo(1e-4);
    }

    @Test
    void aModelOnProvidedWeightsIsExportedWithThemAndItsPreparation() throws Exception {
        Encoders encoders = new Encoders(SeededVgg16.provided(SeededVgg16.file()));
        try (Encoder vgg16 = encoders.open(Encoders.VGG16)) {
            Predictor predictor = predictor(vgg16, List.of(), 1);

            byte[] exported = OnnxExport.of(predictor, VERSION, "0.1.0", encoders.onnx(vgg16.id()));

            assertThat(ExportParity.check(exported, predictor, vgg16)).isLessThanOrEqualTo(1e-4);
            assertThat(ModelProto.parseFrom(exported).getMetadataPropsList())
                    .anySatisfy(text -> assertThat(text.getValue()).contains("103.939 of blue"))
                    .anySatisfy(text -> assertThat(text.getValue())
                            .isEqualTo(vgg16.id().weights().hex()));
        }
    }

    @Test
    void aModelOnWholeNumbersIsExportedInThem() {
        Encoders encoders = Encoders.shipped();
        try (Encoder whole = encoders.open("efficientnet-lite0@int8")) {
            Predictor predictor = predictor(whole, List.of(24), 1);

            byte[] exported = OnnxExport.of(predictor, VERSION, "0.1.0", encoders.onnx(whole.id()));

            assertThat(ExportParity.check(exported, predictor, whole)).isLessThanOrEqualTo(1e-4);
            assertThat(exported.length).isLessThan(onnx.length);
        }
    }

    @Test
    void anotherModelsExportIsNotTakenForIt() {
        byte[] other = OnnxExport.of(predictor(List.of(24), 2), VERSION, "0.1.0", onnx);
        Predictor predictor = predictor(List.of(24), 3);

        assertThatThrownBy(() -> ExportParity.check(other, predictor, encoder))
                .isInstanceOf(ExportMismatchException.class)
                .hasMessageContaining("differ from the model's by up to 0.");
    }

    @Test
    void aFileThatOnnxRuntimeDoesNotTakeIsRefused() {
        assertThatThrownBy(() -> ExportParity.check(new byte[] {1, 2, 3}, predictor(List.of(), 1), encoder))
                .isInstanceOf(ExportMismatchException.class)
                .hasMessageContaining("cannot be run");
    }

    @Test
    void itsMetadataHaveAllThatIsNeededToUseIt() throws Exception {
        Predictor predictor = predictor(List.of(24), 1);
        ModelProto exported = ModelProto.parseFrom(OnnxExport.of(predictor, VERSION, "0.1.0", onnx));
        Map<String, String> metadata = exported.getMetadataPropsList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));

        assertThat(metadata)
                .containsEntry("labels", "[\"Jazz\",\"Rock\",\"Soul\"]")
                .containsEntry("thresholds", "[0.5,0.25,0.125]")
                .containsEntry("encoder", "efficientnet-lite0")
                .containsEntry("encoder_weights_sha256", encoder.id().weights().hex())
                .containsEntry("preprocessing_version", "3")
                .containsEntry("model_version", "7")
                .containsEntry("model_sha256", VERSION.digest().hex())
                .containsEntry("taxonomy_sha256", predictor.model().taxonomy().hex());
        assertThat(metadata.get("decision")).contains("at least").contains("most probable");
        assertThat(metadata.get("preprocessing")).contains("224 x 224").contains("(value - 127) / 128");
        assertThat(exported.getProducerName()).isEqualTo("fomo");
        assertThat(exported.getModelVersion()).isEqualTo(7);
        assertThat(exported.getGraph().getOutputList())
                .singleElement()
                .satisfies(output -> assertThat(output.getName()).isEqualTo("probabilities"));
    }

    @Test
    void equalModelsAreEqualFiles() {
        assertThat(OnnxExport.of(predictor(List.of(24), 1), VERSION, "0.1.0", onnx))
                .isEqualTo(OnnxExport.of(predictor(List.of(24), 1), VERSION, "0.1.0", onnx));
    }

    private static Predictor predictor(List<Integer> hidden, long seed) {
        return predictor(encoder, hidden, seed);
    }

    private static Predictor predictor(Encoder encoder, List<Integer> hidden, long seed) {
        return predictor(
                encoder, head(hidden, encoder.id().dimension(), encoder.id().dimension(), new Random(seed)), hidden);
    }

    private static Predictor predictor(Encoder encoder, Map<String, Tensor> tensors, List<Integer> hidden) {
        return Predictor.of(new ModelFile(
                encoder.id(),
                CLASSES,
                new Calibration(List.of(0.8, 1.2, 1.0), List.of(-0.3, 0.2, 0.0)),
                new DecisionRule(List.of(0.5, 0.25, 0.125)),
                new TrainingConfiguration("small", hidden, 0, 0.001, 0, 128, 30, 5, 1),
                SafeTensors.of(Map.of("format", "fomo-head/1"), tensors)));
    }

    /**
     * A head with random weights, large enough for probabilities from near 0 to near 1.
     *
     * @param inputs of its first layer
     */
    private static Map<String, Tensor> head(List<Integer> hidden, int features, int inputs, Random random) {
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put("standardise.mean", Tensor.vector(normal(random, features, 0.3)));
        float[] deviation = normal(random, features, 0.05);
        for (int i = 0; i < features; i++) {
            deviation[i] = 0.4f + Math.abs(deviation[i]);
        }
        tensors.put("standardise.deviation", Tensor.vector(deviation));
        int width = inputs;
        for (int layer = 0; layer <= hidden.size(); layer++) {
            int outputs = layer < hidden.size() ? hidden.get(layer) : CLASSES.size();
            tensors.put(
                    "layer." + layer + ".weight",
                    Tensor.matrix(width, outputs, normal(random, width * outputs, 1.5 / Math.sqrt(width))));
            tensors.put("layer." + layer + ".bias", Tensor.vector(normal(random, outputs, 0.1)));
            width = outputs;
        }
        return tensors;
    }

    private static float[] normal(Random random, int size, double deviation) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) (deviation * random.nextGaussian());
        }
        return numbers;
    }
}
