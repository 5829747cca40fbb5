package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.learning.training.UnsupportedDeviceException;
import org.junit.jupiter.api.Test;

class EncoderOnGpuTest {
    private static final String NAME = "efficientnet-lite0@cuda";

    @Test
    void withoutItsBuildOneSentenceSaysWhatIsNeededAndWhatToNameInstead() {
        assertThatThrownBy(() -> Encoders.shipped().open(NAME))
                .isInstanceOf(UnsupportedDeviceException.class)
                .hasMessageStartingWith(
                        "Encoder efficientnet-lite0@cuda needs an NVIDIA GPU, its driver, CUDA 12 with cuDNN 9,"
                                + " and a platform that was built with -Ponnx-cuda: ")
                .hasMessageEndingWith(". Name efficientnet-lite0 instead, which runs on the CPU.");
    }

    @Test
    void itsFeaturesAreKeptApartFromTheProcessors() {
        assertThat(Encoders.shipped().id(NAME).runtime()).isEqualTo("onnxruntime-1.29.0-cuda");
    }
}
