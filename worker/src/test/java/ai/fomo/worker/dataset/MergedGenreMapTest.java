package ai.fomo.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedGenreMapTest {
    private static final Taxonomy CLASSES = new Taxonomy("three", List.of("Electronic", "Pop", "Techno"));

    private static GenreMap map(String name, Map<String, String> rules, String... ignored) {
        return new GenreMap(name, "1", CLASSES, rules, List.of(ignored));
    }

    @Test
    void mapsThatDisagreeOnALabelAreNotMerged() {
        assertThatThrownBy(() -> MergedGenreMap.of(
                        List.of(map("one", Map.of("acid", "Techno")), map("two", Map.of("acid", "Electronic")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the maps disagree: 'acid' leads to 'Techno', in map two to 'Electronic'");
    }

    @Test
    void anotherSpellingOfALabelIsTheSameLabel() {
        assertThatThrownBy(() -> MergedGenreMap.of(
                        List.of(map("one", Map.of("acid rain", "Techno")), map("two", Map.of("Acid-Rain", "Pop")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leads both to 'Pop' and to 'Techno'");
    }

    @Test
    void mapsAgreeWhereTheirRulesEndInTheSameClassOnDifferentWays() {
        GenreMap merged = MergedGenreMap.of(
                List.of(map("one", Map.of("acid", "Techno")), map("two", Map.of("acid", "raw", "raw", "Techno"))));

        assertThat(merged.classOf("acid")).contains("Techno");
        assertThat(merged.classOf("raw")).contains("Techno");
        assertThat(merged.name()).isEqualTo("one+two");
    }

    @Test
    void whatOneMapIgnoresAndAnotherKnowsHasItsClass() {
        GenreMap merged = MergedGenreMap.of(
                List.of(map("one", Map.of(), "chill", "seen live"), map("two", Map.of("chill", "Electronic"))));

        assertThat(merged.classOf("chill")).contains("Electronic");
        assertThat(merged.ignores("seen live")).isTrue();
    }
}
