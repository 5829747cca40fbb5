package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackendTest {
    @Test
    void itSaysWhatTrainingsRunOn() {
        BackendInfo info = Backend.start(Device.AUTO);

        assertThat(info.backend()).isEqualTo("org.nd4j.linalg.cpu.nativecpu.CpuBackend");
        assertThat(info.version()).isEqualTo("1.0.0-M2.1");
        assertThat(System.getProperty("java.class.path")).contains("nd4j-native-1.0.0-M2.1-" + info.classifier());
        assertThat(info.threads()).isPositive();
        assertThat(info.blas()).isEqualTo("OPENBLAS");
    }

    @Test
    void itFindsDl4jsOneDnnHelperActive() {
        BackendInfo info = Backend.start(Device.AUTO);

        assertThat(info.oneDnnHelperActive()).as(info.oneDnnHelper()).isTrue();
    }

    @Test
    void convolutionsGoThroughOneDnnForwardAndBackward() throws Exception {
        ProbeRun run = ProbeRun.with();

        assertThat(run.helper()).isEqualTo("MKLDNNConvHelper");
        assertThat(run.used()).isTrue();
        assertThat(run.failures()).isZero();
    }

    @Test
    void whoSwitchesTheHelperOffIsHeeded() throws Exception {
        ProbeRun run = ProbeRun.with("-Dorg.eclipse.deeplearning4j.helpers.disable=true");

        assertThat(run.helper()).isEqualTo("none");
    }

    @Test
    void twoTrainingsOfConvolutionsEndInTheSameBytes() throws Exception {
        assertThat(ProbeRun.with().parameters()).isEqualTo(ProbeRun.with().parameters());
    }

    @Test
    void itIsStartedOnceHoweverManyAskForIt() {
        List<BackendInfo> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(caller -> Backend.start(caller % 2 == 0 ? Device.AUTO : Device.CPU))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isSameAs(answers.get(0)));
    }

    @Test
    void theGpuIsRefusedByABuildForTheCpuInASentenceThatNamesTheWay() {
        assertThatThrownBy(() -> Backend.start(Device.GPU))
                .isInstanceOf(UnsupportedDeviceException.class)
                .hasMessage(
                        "FOMO_DEVICE is gpu, but this build has only the CPU's backend: build it with -Pcuda, or set"
                                + " FOMO_DEVICE to cpu.");
    }

    @Test
    void aBuildForCudaTrainsOnTheGpuUnlessToldOtherwise() {
        assertThat(Backend.trainsOnGpu(Device.AUTO, true)).isTrue();
        assertThat(Backend.trainsOnGpu(Device.GPU, true)).isTrue();
        assertThat(Backend.trainsOnGpu(Device.CPU, true)).isFalse();
        assertThat(Backend.trainsOnGpu(Device.AUTO, false)).isFalse();
    }
}
