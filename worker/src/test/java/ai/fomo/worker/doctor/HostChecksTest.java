package ai.fomo.worker.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.learning.training.Device;
import ai.fomo.worker.doctor.Check.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostChecksTest {
    @Test
    void onTheCpuAGpuIsNoCondition(@TempDir Path home) {
        assertThat(check("GPU", home, Device.CPU).verdict()).isEqualTo(Verdict.OK);
        assertThat(check("ND4J", home, Device.CPU).found()).contains("CpuBackend", "oneDNN helper active");
    }

    @Test
    void aGpuThatThisBuildCannotUseIsAFaultWithTheWayOut(@TempDir Path home) {
        Check gpu = check("GPU", home, Device.GPU);

        assertThat(gpu.verdict()).isEqualTo(Verdict.FAULT);
        assertThat(gpu.advice()).contains("-Pcuda", "FOMO_DEVICE");
        assertThat(check("ND4J", home, Device.GPU).verdict()).isEqualTo(Verdict.FAULT);
    }

    private static Check check(String name, Path home, Device device) {
        return HostChecks.all(home, device).stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
