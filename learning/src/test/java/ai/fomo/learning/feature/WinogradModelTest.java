package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WinogradModelTest {
    private static final int SIDE = 32;

    @Test
    void nothingOfItIsLeftOnTheDiskOnceItIsOpen(@TempDir Path directory) throws Exception {
        byte[] onnx = Vgg16.onnx(SeededVgg16.file(), 4, SIDE);

        try (ImageModel model = WinogradModel.open(onnx, SIDE, "vgg16-block4", directory)) {
            assertThat(directory).isEmptyDirectory();
            assertThat(model.run(SeededVgg16.images(1, SIDE))[0]).hasSize(Vgg16.dimension(4, SIDE));
        }
    }

    @Test
    void aDiskThatTakesNothingIsNamed(@TempDir Path directory) {
        Path missing = directory.resolve("missing");

        assertThatExceptionOfType(UnwritableFiltersException.class)
                .isThrownBy(() -> WinogradModel.open(new byte[0], SIDE, "vgg16", missing))
                .withMessageStartingWith("the filters of vgg16, 200 MB, cannot be written to " + missing)
                .withMessageContaining("make room there");
    }
}
