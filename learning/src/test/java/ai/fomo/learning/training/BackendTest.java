package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackendTest {
    @Test
    void itSaysWhatTrainingsRunOn() {
        BackendInfo info = Backend.start();

        assertThat(info.backend()).isEqualTo("org.nd4j.linalg.cpu.nativecpu.CpuBackend");
        assertThat(info.version()).isEqualTo("1.0.0-M2.1");
        assertThat(System.getProperty("java.class.path")).contains("nd4j-native-1.0.0-M2.1-" + info.classifier());
        assertThat(info.threads()).isPositive();
        assertThat(info.blas()).isEqualTo("OPENBLAS");
    }

    @Test
    void itFindsDl4jsOneDnnHelperActive() {
        BackendInfo info = Backend.start();

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
    void aGpuThatIsTooNewIsNamedWithTheWayOut() {
        assertThat(GpuInspection.verdict("NVIDIA H100 80GB HBM3, 9.0")).contains("cannot run", "train on the CPU");
        assertThat(GpuInspection.verdict("NVIDIA L4, 8.9")).contains("supports it");
        assertThat(GpuInspection.verdict("NVIDIA-SMI has failed")).contains("everything runs on the CPU");
    }
}
