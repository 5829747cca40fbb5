package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpuPreflightTest {
    private static final String T4 = "0, Tesla T4, 7.5, 535.161.08, 15360 MiB";
    private static final String H100 = "0, NVIDIA H100 80GB HBM3, 9.0, 550.54.15, 81559 MiB";

    @ParameterizedTest
    @ValueSource(
            strings = {
                T4,
                "0, Tesla K80, 3.7, 470.256.02, 11441 MiB",
                "0, Tesla P100-PCIE-16GB, 6.0, 525.105.17, 16384 MiB",
                "0, Tesla V100-SXM2-16GB, 7.0, 525.105.17, 16384 MiB",
                "0, NVIDIA A100-SXM4-80GB, 8.0, 535.129.03, 81920 MiB",
                "0, NVIDIA A10G, 8.6, 535.183.01, 23028 MiB",
                "0, NVIDIA L4, 8.9, 550.90.07, 23034 MiB"
            })
    void gpusFromKeplerToAdaSuit(String line) {
        assertThat(judge(line).suitable()).as(judge(line).sentence()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                H100,
                "0, NVIDIA H200, 9.0, 570.86.15, 143771 MiB",
                "0, NVIDIA B200, 10.0, 570.124.06, 183359 MiB",
                "0, NVIDIA GeForce RTX 5090, 12.0, 572.16, 32607 MiB",
                "0, Tesla K40m, 3.5, 470.256.02, 11441 MiB"
            })
    void newerAndOlderOnesDoNot(String line) {
        assertThat(judge(line).suitable()).isFalse();
    }

    @Test
    void theSuitableOneIsNamed() {
        assertThat(judge(T4).sentence())
                .isEqualTo(
                        "GPU 0 (Tesla T4, compute capability 7.5, 15360 MiB, driver 535.161.08) runs ND4J's CUDA code");
    }

    @Test
    void aGpuThatIsTooNewIsNamedWithItsCapabilityAndTheWayOut() {
        assertThatThrownBy(() -> GpuPreflight.require(judge(H100)))
                .isInstanceOf(UnsupportedDeviceException.class)
                .hasMessage(
                        "Nothing can be trained on a GPU here, since GPU 0 (NVIDIA H100 80GB HBM3, compute capability 9.0,"
                                + " 81559 MiB, driver 550.54.15) cannot run nd4j-cuda-11.6, which holds code for compute capability"
                                + " 3.7 to 8.9 only: train on the CPU with FOMO_DEVICE=cpu, or on a T4, V100, A10G, A100 or L4.");
    }

    @Test
    void aSuitableGpuIsLetPass() {
        assertThatCode(() -> GpuPreflight.require(judge(T4))).doesNotThrowAnyException();
    }

    @Test
    void ofSeveralTheFirstThatSuitsIsNamedAndHowToKeepCudaFromTheOthers() {
        GpuVerdict verdict =
                judge(H100, "1, Tesla T4, 7.5, 550.54.15, 15360 MiB", "2, NVIDIA L4, 8.9, 550.54.15, 23034 MiB");

        assertThat(verdict.suitable()).isTrue();
        assertThat(verdict.sentence())
                .startsWith("GPU 1 (Tesla T4,")
                .endsWith("set CUDA_DEVICE_ORDER=PCI_BUS_ID and CUDA_VISIBLE_DEVICES=1");
    }

    @Test
    void ofSeveralThatDoNotSuitAllAreNamed() {
        assertThat(judge(H100, H100.replaceFirst("0", "1")).sentence()).contains("GPU 0 (", " and GPU 1 (");
    }

    @ParameterizedTest
    @CsvSource({"440.33.01, false", "450.80, false", "450.80.02, true", "450.119.03, true", "460.27, true"})
    void cuda116WantsADriverOf450_80_02(String driver, boolean suits) {
        GpuVerdict verdict = judge("0, Tesla T4, 7.5, " + driver + ", 15109 MiB");

        assertThat(verdict.suitable()).isEqualTo(suits);
        assertThat(verdict.sentence().contains("needs a driver of version 450.80.02 or later"))
                .isNotEqualTo(suits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0, Tesla T4, [N/A], 535.161.08, 15360 MiB",
                "0, NVIDIA L4, N/A, 550.90.07, N/A",
                "0, [Unknown Error], [Unknown Error], 535.161.08, [Unknown Error]",
                "No devices were found",
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."
            })
    void whatIsNoGpuWithACapabilityIsQuoted(String line) {
        GpuVerdict verdict = judge(line);

        assertThat(verdict.suitable()).isFalse();
        assertThat(verdict.sentence()).contains("'" + line + "'");
    }

    @Test
    void aMachineWithoutDriverOrGpuOrAnswerSaysSo() {
        assertThat(GpuPreflight.judge(new DriverAnswer.NoDriver()).sentence())
                .isEqualTo("there is no NVIDIA driver on this machine");
        assertThat(judge().sentence()).isEqualTo("there is an NVIDIA driver, but no GPU");
        assertThat(GpuPreflight.judge(new DriverAnswer.Failure("nvidia-smi has failed"))
                        .sentence())
                .isEqualTo("there is an NVIDIA driver, but nvidia-smi has failed");
    }

    @Test
    void aNameWithACommaIsAName() {
        assertThat(Gpu.parse("3, Quadro RTX 6000, passive, 7.5, 535.161.08, 23040 MiB"))
                .hasValueSatisfying(gpu -> {
                    assertThat(gpu.name()).isEqualTo("Quadro RTX 6000, passive");
                    assertThat(gpu.index()).isEqualTo(3);
                });
    }

    @Test
    void thisMachineGetsAVerdict() {
        assertThat(GpuPreflight.inspect().sentence()).isNotBlank();
    }

    private static GpuVerdict judge(String... lines) {
        return GpuPreflight.judge(new DriverAnswer.Gpus(List.of(lines)));
    }
}
