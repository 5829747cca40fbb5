package ai.fomo.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path directory;

    @Test
    void itReplacesTheFileBeforeAndLeavesNothingBesideIt() throws IOException {
        Path file = directory.resolve("genres.onnx");
        Files.write(file, new byte[] {1});

        assertThatCode(() -> OnnxFile.check(file)).doesNotThrowAnyException();
        OnnxFile.write(file, new byte[] {2, 3});

        assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
        assertThat(names()).containsExactly("genres.onnx");
    }

    @Test
    void aDirectoryIsNoFile() {
        assertThatThrownBy(() -> OnnxFile.check(directory))
                .isInstanceOf(ModelNotWrittenException.class)
                .hasMessageContaining("is a directory; name a file, such as");
    }

    @Test
    void aMissingDirectoryIsNamed() {
        assertThatThrownBy(() -> OnnxFile.check(directory.resolve("models/genres.onnx")))
                .isInstanceOf(ModelNotWrittenException.class)
                .hasMessage("there is no directory " + directory.resolve("models")
                        + "; create it, or name another file with --onnx");
    }

    @Test
    void whatCannotBeWrittenIsOneSentenceAndLeavesNothing() throws IOException {
        Path occupied = directory.resolve("genres.onnx");
        Files.createDirectories(occupied.resolve("inside"));

        assertThatThrownBy(() -> OnnxFile.write(occupied, new byte[] {1}))
                .isInstanceOf(ModelNotWrittenException.class)
                .hasMessageContaining("cannot be written");
        assertThat(names()).containsExactly("genres.onnx");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
