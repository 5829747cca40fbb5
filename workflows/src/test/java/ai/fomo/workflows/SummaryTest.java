package ai.fomo.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void whatFitsStays() {
        assertThat(Summary.of("rollback by Ann: worse on Reggaeton")).isEqualTo("rollback by Ann: worse on Reggaeton");
    }

    @Test
    void aReasonOfAnyLengthAndScriptFitsIntoTheServersLimitAndSaysThatItWasCut() {
        String cut = Summary.of("😀".repeat(1000));

        assertThat(cut).endsWith("😀…");
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(400);
    }
}
