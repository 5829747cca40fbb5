package ai.fomo.worker.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosterFilesTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void aDirectoryStandsForTheImagesBelowItByName() throws IOException {
        Path deep = file("night/b.PNG");
        Path shallow = file("a.jpg");
        file("notes.txt");
        file(".hidden.jpg");

        assertThat(PosterFiles.of(List.of(directory))).containsExactly(shallow, deep);
    }

    @Test
    void anImageThatCannotBeReadIsNotLeftOutSilently() throws IOException {
        Path vector = file("poster.svg");

        assertThat(PosterFiles.of(List.of(directory))).containsExactly(vector);
    }

    @Test
    void aFileThatIsNamedIsTakenWhateverItIsAndOnce() throws IOException {
        Path text = file("notes.txt");
        Path missing = directory.resolve("missing.jpg");

        assertThat(PosterFiles.of(List.of(text, missing, text))).containsExactly(text, missing);
    }

    private Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }
}
