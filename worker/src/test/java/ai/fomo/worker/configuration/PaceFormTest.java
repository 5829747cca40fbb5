package ai.fomo.worker.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.Pace;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;

class PaceFormTest {
    @Property
    void everyPaceThatIsWrittenIsRead(
            @ForAll @IntRange(min = 1, max = 999_999) int requests,
            @ForAll @IntRange(min = 1, max = 999_999) int length) {
        assertThat(read(requests + "/" + length + "ms")).isEqualTo(new Pace(requests, Duration.ofMillis(length)));
        assertThat(read(requests + "/" + length + "s")).isEqualTo(new Pace(requests, Duration.ofSeconds(length)));
        assertThat(read(requests + "/" + length + "m")).isEqualTo(new Pace(requests, Duration.ofMinutes(length)));
        assertThat(read(requests + "/" + length + "h")).isEqualTo(new Pace(requests, Duration.ofHours(length)));
    }

    @Property
    void anythingElseIsOneSentenceAndNoOtherFailure(
            @ForAll @Chars({'0', '1', '9', '/', 's', 'm', 'h', '.', '-', ' '}) String text) {
        Assume.that(!text.isBlank() && !text.strip().matches("[1-9]\\d{0,5}/[1-9]\\d{0,5}(ms|s|m|h)"));
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("FOMO_X_PACE is '" + text.strip() + "', but must be");
    }

    private static Pace read(String text) {
        return new Variables(Map.of("FOMO_X_PACE", text)).pace("FOMO_X_PACE").orElseThrow();
    }
}
