package ai.fomo.worker.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFileTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path directory;

    @Test
    void aPageReplacesTheOneBeforeAndLeavesNothingBeside() throws Exception {
        Path file = directory.resolve("page.html");
        PageFile.write(file, "first");
        PageFile.write(file, "second");

        assertThat(file).hasContent("second");
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void aDirectoryOrAPlaceInNoneIsRefusedBeforeAnyWork() {
        assertThatThrownBy(() -> PageFile.check(directory)).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> PageFile.check(directory.resolve("nowhere/page.html")))
                .hasMessageContaining("there is no directory");
    }
}
