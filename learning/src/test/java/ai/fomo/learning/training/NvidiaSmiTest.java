package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaSmiTest {
    private final Path directory;
    private final Path driver;

    NvidiaSmiTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.driver = Files.createFile(directory.resolve("version"));
    }

    @Test
    void withoutADriverNoProgramIsRun() {
        Path trace = directory.resolve("trace");
        NvidiaSmi query =
                new NvidiaSmi(directory.resolve("none"), List.of("sh", "-c", "touch " + trace), Duration.ofSeconds(20));

        assertThat(query.ask()).isEqualTo(new DriverAnswer.NoDriver());
        assertThat(trace).doesNotExist();
    }

    @Test
    void everyGpuIsALine() {
        assertThat(ask("printf '0, Tesla T4, 7.5\\n1, Tesla T4, 7.5\\n'"))
                .isEqualTo(new DriverAnswer.Gpus(List.of("0, Tesla T4, 7.5", "1, Tesla T4, 7.5")));
    }

    @Test
    void aFailureKeepsItsFirstLine() {
        assertThat(ask("echo 'NVIDIA-SMI has failed because of a mismatch' >&2; echo more; exit 18"))
                .isEqualTo(new DriverAnswer.Failure(
                        "nvidia-smi failed with code 18 and says 'NVIDIA-SMI has failed because of a mismatch'"));
    }

    @Test
    void aFailureWithoutAWordKeepsItsCode() {
        assertThat(ask("exit 9")).isEqualTo(new DriverAnswer.Failure("nvidia-smi failed with code 9"));
    }

    @Test
    void oneThatDoesNotKnowTheCapabilityWantsAnUpdate() {
        assertThat(ask("echo 'Field \"compute_cap\" is not a valid field to query.'; exit 2"))
                .isEqualTo(new DriverAnswer.Failure(
                        "its nvidia-smi is too old to know compute capabilities and wants an update of the driver"));
    }

    @Test
    void oneThatHangsIsGivenUp() {
        NvidiaSmi query = new NvidiaSmi(driver, List.of("sleep", "600"), Duration.ofSeconds(1));

        assertThat(query.ask()).isEqualTo(new DriverAnswer.Failure("nvidia-smi has not answered within 1 seconds"));
    }

    @Test
    void oneThatIsNotThereIsAFailure() {
        NvidiaSmi query =
                new NvidiaSmi(driver, List.of(directory.resolve("nvidia-smi").toString()), Duration.ofSeconds(20));

        assertThat(query.ask()).isInstanceOf(DriverAnswer.Failure.class);
    }

    private DriverAnswer ask(String script) {
        return new NvidiaSmi(driver, List.of("sh", "-c", script), Duration.ofSeconds(20)).ask();
    }
}
