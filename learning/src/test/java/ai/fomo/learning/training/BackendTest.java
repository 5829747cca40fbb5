package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackendTest {
    @Test
    void itSaysWhatTrainingsRunOn() {
        BackendInfo info = Backend.describe();

        assertThat(info.backend()).isEqualTo("org.nd4j.linalg.cpu.nativecpu.CpuBackend");
        assertThat(info.version()).isEqualTo("1.0.0-M2.1");
        assertThat(System.getProperty("java.class.path")).contains("nd4j-native-1.0.0-M2.1-" + info.classifier());
        assertThat(info.threads()).isPositive();
        assertThat(info.blas()).isEqualTo("OPENBLAS");
    }

    @Test
    void itDoesNotClaimAHelperThatDl4jDoesNotFind() {
        BackendInfo info = Backend.describe();

        assertThat(info.oneDnnHelperActive()).isFalse();
        assertThat(info.oneDnnHelper()).contains("oneDNN");
    }

    @Test
    void aGpuThatIsTooNewIsNamedWithTheWayOut() {
        assertThat(GpuInspection.verdict("NVIDIA H100 80GB HBM3, 9.0")).contains("cannot run", "train on the CPU");
        assertThat(GpuInspection.verdict("NVIDIA L4, 8.9")).contains("supports it");
        assertThat(GpuInspection.verdict("NVIDIA-SMI has failed")).contains("everything runs on the CPU");
    }
}
