package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.training.Backend;
import ai.fomo.learning.training.Device;
import ai.fomo.learning.training.UnsupportedDeviceException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Dl4jNetworkTest {
    private static final String NAME = "efficientnet-lite0@dl4j";

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
    void anImagesFeaturesDoNotDependOnTheImagesBesideIt() {
        List<float[]> images = waves(9);

        float[][] together = encoder.encode(images);

        for (int i = 0; i < images.size(); i++) {
            assertThat(together[i]).containsExactly(encoder.encode(List.of(images.get(i)))[0], within(1e-4f));
        }
    }

    @Test
    void severalThreadsGetWhatOneGets() {
        List<float[]> images = waves(4);
        float[][] expected = new float[4][];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = encoder.encode(images.subList(i, i + 1))[0];
        }

        List<float[]> features = IntStream.range(0, 12)
                .parallel()
                .mapToObj(call -> encoder.encode(images.subList(call % 4, call % 4 + 1))[0])
                .toList();

        for (int call = 0; call < 12; call++) {
            assertThat(features.get(call)).isEqualTo(expected[call % 4]);
        }
    }

    @Test
    void noImagesHaveNoFeatures() {
        assertThat(encoder.encode(Collections.emptyList())).isEmpty();
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(List.of(new float[3])))
                .withMessage("a prepared image has 150528 numbers, not 3");
    }

    @Test
    void itIsAnEncoderOfItsOwnOnTheSameWeightsAndPreprocessing() {
        EncoderId onnx = Encoders.shipped().id("efficientnet-lite0");
        EncoderId dl4j = encoder.id();

        assertThat(dl4j.runtime())
                .isEqualTo("dl4j-" + Backend.start(Device.CPU).version())
                .isEqualTo("dl4j-1.0.0-M2.1");
        assertThat(dl4j.weights()).isEqualTo(onnx.weights());
        assertThat(dl4j.preprocessing()).isEqualTo(onnx.preprocessing());
        assertThat(dl4j.digest()).isNotEqualTo(onnx.digest());
        assertThat(Encoders.ours(dl4j))
                .isEqualTo(dl4j)
                .isEqualTo(Encoders.shipped().id(NAME));
        assertThat(Encoders.network(NAME)).isEqualTo("efficientnet-lite0");
        assertThat(Encoders.side(NAME)).isEqualTo(224);
    }

    @Test
    void aRuntimeThatThereIsNotIsRefusedWithTheNamesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encoders.shipped().id("vgg16@torch"))
                .withMessage("there is no encoder 'vgg16@torch'; there is efficientnet-lite0, vgg16, vgg16-block4,"
                        + " each also with @int8 or @cuda or @dl4j behind it");
    }

    @Test
    void withoutWeightsOneSentenceSaysHowToGetThem() {
        assertThatThrownBy(() -> Encoders.shipped().open("vgg16@dl4j"))
                .isInstanceOf(MissingWeightsException.class)
                .hasMessageStartingWith("encoder vgg16@dl4j has no weights here yet: fomo weights fetch vgg16,");
    }

    @Test
    void aProcessThatTrainsOnAGpuRefusesItInASentenceThatNamesTheWayOut() {
        assertThatThrownBy(() -> Dl4jNetwork.requireCpu("vgg16@dl4j", true))
                .isInstanceOf(UnsupportedDeviceException.class)
                .hasMessage(
                        "Encoder vgg16@dl4j runs on a CPU alone, and this process trains on a GPU: give its features"
                                + " to a worker with FOMO_DEVICE=cpu and --queues features,classify, or name vgg16 instead,"
                                + " which ONNX Runtime computes.");
        assertThatThrownBy(() -> new Encoders(ProvidedWeights.none(), Device.GPU).open(NAME))
                .isInstanceOf(UnsupportedDeviceException.class);
    }

    private static List<float[]> waves(int count) {
        return IntStream.range(0, count).mapToObj(EfficientNetLite0Test::wave).toList();
    }
}
