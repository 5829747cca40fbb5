package ai.fomo.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import ai.fomo.storage.genre.BundledGenreMaps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergedGenreMapTest {
    private static final Taxonomy TAXONOMY = new Taxonomy("two", List.of("Techno", "Electronic"));

    private static GenreMap map(String name, Map<String, String> rules, String... ignored) {
        return new GenreMap(name, "1", TAXONOMY, rules, Set.of(ignored));
    }

    @Test
    void aLabelMeansWhatTheOneMapThatKnowsItSays() {
        GenreMap merged = MergedGenreMap.of(List.of(
                map("one", Map.of("acid", "trance", "trance", "Techno")),
                map("other", Map.of("house", "Electronic", "trance", "Techno"))));

        assertThat(merged.classOf("acid")).contains("Techno");
        assertThat(merged.classOf("house")).contains("Electronic");
        assertThat(merged.name()).isEqualTo("one+other");
    }

    @Test
    void mapsThatDisagreeOnALabelCannotBeOne() {
        assertThatThrownBy(() -> MergedGenreMap.of(
                        List.of(map("one", Map.of("house", "Techno")), map("other", Map.of("house", "Electronic")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the maps disagree: 'house' leads to 'Techno', in map other to 'Electronic'");
    }

    @Test
    void neitherCanThoseThatDisagreeInAnotherSpelling() {
        assertThatThrownBy(() -> MergedGenreMap.of(List.of(
                        map("one", Map.of("deep house", "Techno")), map("other", Map.of("Deep-House", "Electronic")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("leads both to", "'Techno'", "'Electronic'");
    }

    @Test
    void whatOneIgnoresAndTheOtherKnowsKeepsItsClass() {
        GenreMap merged = MergedGenreMap.of(
                List.of(map("one", Map.of(), "house", "seen live"), map("other", Map.of("house", "Electronic"))));

        assertThat(merged.classOf("house")).contains("Electronic");
        assertThat(merged.ignores("house")).isFalse();
        assertThat(merged.ignores("seen live")).isTrue();
    }

    @Test
    void thoseThatShipSayTogetherWhatEachSays() {
        GenreMap merged = MergedGenreMap.ofBundled();

        for (String name : BundledGenreMaps.names()) {
            GenreMap map = BundledGenreMaps.named(name);
            assertThat(map.rules().keySet())
                    .allSatisfy(label -> assertThat(merged.classOf(label)).isEqualTo(map.classOf(label)));
        }
    }
}
