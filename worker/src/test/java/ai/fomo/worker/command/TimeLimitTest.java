package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeLimitTest {
    private final TimeLimit limit = new TimeLimit();

    @Test
    void aNumberAndAUnitAreADuration() {
        assertThat(limit.convert("7d")).isEqualTo(Duration.ofDays(7));
        assertThat(limit.convert("12h")).isEqualTo(Duration.ofHours(12));
        assertThat(limit.convert("30m")).isEqualTo(Duration.ofMinutes(30));
        assertThat(limit.convert("90s")).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "d", "-1d", "1.5h", "7 days", "0s", "9999999d"})
    void anythingElseIsRefusedWithTheFormThatIsWanted(String text) {
        assertThatThrownBy(() -> limit.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is not a time limit; write 7d, 12h, 30m or 90s");
    }
}
