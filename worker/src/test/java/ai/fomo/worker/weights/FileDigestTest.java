package ai.fomo.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDigestTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path directory;

    @Test
    void aFileIsOfTheDigestsThatOtherToolsGiveIt() throws Exception {
        Path file = Files.writeString(directory.resolve("abc"), "abc");

        assertThat(FileDigest.of(file, FileDigest.Algorithm.MD5)).hasToString("md5:900150983cd24fb0d6963f7d28e17f72");
        assertThat(FileDigest.of(file, FileDigest.Algorithm.SHA256))
                .isEqualTo(FileDigest.parse("SHA256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "900150983cd24fb0d6963f7d28e17f72", "crc32:12345678", "md5:xyz"})
    void whatIsNoDigestIsRefusedWithTheForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileDigest.parse(text))
                .withMessageContaining("md5:HEX or sha256:HEX");
    }

    @Test
    void aDigestOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileDigest.parse("sha256:900150983cd24fb0d6963f7d28e17f72"))
                .withMessage("sha256 has 64 digits, not 32");
    }
}
