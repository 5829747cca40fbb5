package ai.fomo.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {
    @Test
    void aModelIsNamedByAliasOrVersion() {
        assertThat(ModelName.of("champion")).contains(ModelName.Alias.CHAMPION);
        assertThat(ModelName.of("previous")).contains(ModelName.Alias.PREVIOUS);
        assertThat(ModelName.of("12")).contains(new ModelName.Version(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"champion", "previous", "1", "999999999"})
    void aNameIsWrittenAsItIsRead(String text) {
        assertThat(ModelName.of(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "best", "Champion", "0", "-1", "+1", "01", "1.0", "v3", "9999999999", "١"})
    void whatIsNeitherNamesNothing(String text) {
        assertThat(ModelName.of(text)).isEmpty();
    }
}
