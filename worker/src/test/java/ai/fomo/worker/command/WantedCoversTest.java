package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.genre.BundledGenreMaps;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WantedCoversTest {
    private static final GenreMap MAP = BundledGenreMaps.named("spotify");
    private static final Optional<WantedCovers.Before> NONE = Optional.empty();

    @Test
    void theFirstSyncAsksForEverything() {
        assertThat(WantedCovers.of(null, null, MAP, NONE))
                .isEqualTo(new WantedCovers(0, null, "all covers that there are, of 16 genres"));
    }

    @Test
    void withoutAWordASyncAsksForWhatTheLastOneAskedFor() {
        assertThat(WantedCovers.of(null, null, MAP, last(500, null)))
                .isEqualTo(new WantedCovers(500, null, "500 covers of each of 16 genres, as the last sync"));
        assertThat(WantedCovers.of(null, null, MAP, last(1_500, List.of("jazz", "hip hop"))))
                .isEqualTo(new WantedCovers(
                        1_500,
                        List.of("jazz", "hip hop"),
                        "1,500 covers of each of 2 genres (jazz, hip hop), as the last sync"));
    }

    @Test
    void whatIsSaidCountsAndTheRestStaysAsItWas() {
        assertThat(WantedCovers.of(20, null, MAP, last(500, List.of("jazz"))))
                .isEqualTo(new WantedCovers(20, List.of("jazz"), "20 covers of jazz, the genres of the last sync"));
        assertThat(WantedCovers.of(null, List.of("Hip-Hop"), MAP, last(500, null)))
                .isEqualTo(
                        new WantedCovers(500, List.of("hip hop"), "500 covers of hip hop, as many as the last sync"));
    }

    @Test
    void zeroAndAllAskForEverythingAgain() {
        assertThat(WantedCovers.of(0, List.of(" All"), MAP, last(500, List.of("jazz"))))
                .isEqualTo(new WantedCovers(0, null, "all covers that there are, of 16 genres"));
    }

    @Test
    void genresThatThePresentMapDoesNotKnowAreNotAskedForAnyMore() {
        assertThat(WantedCovers.of(null, null, MAP, last(5, List.of("jazz", "no such genre")))
                        .genres())
                .containsExactly("jazz");
        assertThat(WantedCovers.of(null, null, MAP, last(5, List.of("no such genre")))
                        .genres())
                .isNull();
    }

    @Test
    void aGenreThatIsMistypedIsToldTheOneThatWasMeant() {
        assertThatThrownBy(() -> WantedCovers.of(null, List.of("tecno"), MAP, NONE))
                .hasMessageContaining("there is no genre 'tecno' in map spotify; did you mean 'techno'? It has ");
        assertThatThrownBy(() -> WantedCovers.of(null, List.of("all", "jazz"), MAP, NONE))
                .hasMessageContaining("there is no genre 'all' in map spotify");
    }

    private static Optional<WantedCovers.Before> last(int coversPerGenre, @Nullable List<String> genres) {
        return Optional.of(new WantedCovers.Before(coversPerGenre, genres, "the last sync"));
    }
}
