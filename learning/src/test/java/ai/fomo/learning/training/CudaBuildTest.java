package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaBuildTest {
    @Test
    void theUsualBuildIsNone() {
        assertThat(CudaBuild.isThere()).isFalse();
    }

    /** A backend that cannot even be loaded: whoever looks at it fails. */
    @Test
    void toldToTrainOnTheCpuNd4jNeverSeesCudasBackend(@TempDir Path classPath) throws Exception {
        write(classPath, "org/nd4j/linalg/jcublas/JCublasBackend.class", "no class");
        write(
                classPath,
                "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend",
                "org.nd4j.linalg.jcublas.JCublasBackend");

        assertThat(ProbeRun.behind(classPath).helper()).isEqualTo("MKLDNNConvHelper");
    }

    private static void write(Path directory, String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
