package ai.fomo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
    @Test
    void isTheStandardsDigest() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "../../etc/passwd", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
            })
    void nothingElsePassesForADigest(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(text)).withMessageContaining(text);
    }

    @Test
    void aRunNeedsAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunId(" "));
    }
}
