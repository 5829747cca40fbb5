package ai.fomo.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Various Artists",
                "various artists",
                " Various  Artists ",
                "VARIOUS",
                "V.A.",
                "VA",
                "v/a",
                "[unknown]",
                "Verschiedene Künstler",
                "Varios Artistas",
                "-",
                ""
            })
    void compilationsAreCreditedToNobody(String group) {
        assertThat(GroupNames.isNobody(group)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vangelis", "Various Cruelties", "VAST", "The Unknown Artists Collective", "3f2a", "ヴァリアス"})
    void artistsAreSomebody(String group) {
        assertThat(GroupNames.isNobody(group)).isFalse();
    }
}
