package ai.fomo.storage.genre;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.genre.Explanation;
import ai.fomo.domain.genre.GenreMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the maps that ship say. */
final class BundledGenreMapsTest {
    @ParameterizedTest
    @CsvSource({
        "disco, Electronic",
        "edm, Electronic",
        "house, Electronic",
        "jazz, Jazz",
        "retro, Pop",
        "commercial, Pop",
        "rap, HipHop",
        "hip-hop, HipHop",
        "reggaeton, Reggaeton",
        "r&b, Soul",
        "trance, Techno",
        "acid, Techno",
        "psychadelic trance, Techno",
        "psychedelic trance, Techno",
        "deep house, Techno",
        "tech house, Techno",
        "melodic techno, Techno",
        "industrial techno, Techno",
        "techno, Techno",
        "rock, Rock",
        "Hip Hop, HipHop",
        "HIPHOP, HipHop",
        "R & B, Soul",
        "Deep-House, Techno",
        "PSYCHADELIC  TRANCE, Techno"
    })
    void theEventAppsTagsMeanWhatTheAppSays(String tag, String genre) {
        assertThat(BundledGenreMaps.named("event-tags").classOf(tag)).contains(genre);
    }

    /** Sources and datasets refer to it by digest. */
    @Test
    void theMapOfTheEventAppKeepsItsDigest() {
        assertThat(BundledGenreMaps.named("event-tags").digest().hex())
                .isEqualTo("79af4998920cbe23533a7c09028baca0cee889768d0803f7b88458cdc421dff4");
    }

    @Test
    void melodicHouseAndTechnoIsTechnoByWayOfMelodicTechno() {
        for (String name : new String[] {"spotify", "musicbrainz"}) {
            Explanation explanation = BundledGenreMaps.named(name).explain("Melodic House & Techno");

            assertThat(explanation.genre()).contains("Techno");
            assertThat(((Explanation.ByRule) explanation).chain()).hasSize(2);
        }
    }

    @Test
    void noTwoMapsDisagreeOnALabel() {
        Map<String, String> genres = new HashMap<>();
        for (String name : BundledGenreMaps.names()) {
            GenreMap map = BundledGenreMaps.named(name);
            map.rules()
                    .keySet()
                    .forEach(label ->
                            genres.putIfAbsent(label, map.classOf(label).orElseThrow()));
        }
        for (String name : BundledGenreMaps.names()) {
            GenreMap map = BundledGenreMaps.named(name);
            genres.forEach((label, genre) -> map.classOf(label)
                    .ifPresent(own -> assertThat(own).as(label + " in " + name).isEqualTo(genre)));
        }
    }
}
