package ai.fomo.storage.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchDirectoryTest {
    private final List<Process> processes = new ArrayList<>();

    private Path parent;

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @BeforeEach
    void start(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void whatAKilledProcessHasLeftIsRemovedByTheNextOneAndWhatALivingOneHoldsIsNot() throws Exception {
        Path ofTheDead = hold();
        Path ofTheLiving = hold();
        assertThat(ofTheDead).exists();
        processes.get(0).destroyForcibly().waitFor();

        try (ScratchDirectory scratch = ScratchDirectory.open(parent)) {
            assertThat(ofTheDead.getParent()).doesNotExist();
            assertThat(ofTheLiving).hasContent("large");
            assertThat(scratch.newFile("mine").getParent()).isDirectory();
        }
    }

    @Test
    void severalOfOneProcessLeaveEachOtherAlone() throws IOException {
        try (ScratchDirectory first = ScratchDirectory.open(parent)) {
            Path file = Files.writeString(first.newFile("first"), "first");
            try (ScratchDirectory second = ScratchDirectory.open(parent)) {
                assertThat(second.newFile("first").getParent()).isNotEqualTo(file.getParent());
                assertThat(file).hasContent("first");
            }
            assertThat(file).hasContent("first");
        }
    }

    @Test
    void anotherProcessLeavesAllOfThemAlone() throws IOException {
        try (ScratchDirectory first = ScratchDirectory.open(parent);
                ScratchDirectory second = ScratchDirectory.open(parent)) {
            Path ofTheFirst = Files.writeString(first.newFile("large"), "first");
            Path ofTheSecond = Files.writeString(second.newFile("large"), "second");

            hold();

            assertThat(ofTheFirst).hasContent("first");
            assertThat(ofTheSecond).hasContent("second");
        }
    }

    @Test
    void eachFileIsAnotherOneAndAllGoWithTheDirectory() throws IOException {
        Path directory;
        try (ScratchDirectory scratch = ScratchDirectory.open(parent)) {
            Path first = Files.writeString(scratch.newFile("weights"), "first");
            Path second = Files.writeString(scratch.newFile("weights"), "second");
            assertThat(first).hasContent("first");
            directory = first.getParent();

            scratch.remove(second);
            scratch.remove(second);

            assertThat(second).doesNotExist();
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsOneSentenceWithItsPath() throws IOException {
        Path file = Files.writeString(parent.resolve("in-the-way"), "a file");

        assertThatThrownBy(() -> ScratchDirectory.open(file.resolve("scratch")))
                .isInstanceOf(LocalDiskException.class)
                .hasMessageContaining(file.resolve("scratch").toString())
                .hasMessageContaining("set FOMO_HOME to a directory on a larger disk");
        assertThatThrownBy(() -> ScratchDirectory.open(file)).isInstanceOf(LocalDiskException.class);
    }

    /** @return the file that another JVM holds */
    private Path hold() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldScratchDirectory.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        return Path.of(Objects.requireNonNull(said.readLine(), "it ended without a word"));
    }
}
