package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.worker.demo.render.CoverRendering;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticCatalogueTest {
    private static final SyntheticCatalogue CATALOGUE = SyntheticCatalogue.of(1, 2_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 37, 500})
    void aCatalogueHasAsManyAlbumsAsWereAskedFor(int albums) {
        assertThat(SyntheticCatalogue.of(1, albums).albums()).isEqualTo(albums);
    }

    @Test
    void anEmptyCatalogueIsRefused() {
        assertThatThrownBy(() -> SyntheticCatalogue.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameSeedGivesTheSameArtistsAndAnotherSeedOthers() {
        assertThat(SyntheticCatalogue.of(1, 200).artists())
                .isEqualTo(SyntheticCatalogue.of(1, 200).artists());
        assertThat(SyntheticCatalogue.of(2, 200).artists())
                .doesNotContainAnyElementsOf(SyntheticCatalogue.of(1, 200).artists());
    }

    @Test
    void theClassesAreThoseOfTheTaxonomy() {
        Set<String> genres = new HashSet<>();
        CATALOGUE.artists().forEach(artist -> genres.addAll(artist.genres()));
        assertThat(genres)
                .containsExactlyInAnyOrderElementsOf(BundledGenreMaps.taxonomy().classes());
    }

    @Test
    void popularGenresAreManyTimesAsFrequentAsRareOnes() {
        assertThat(CATALOGUE.playing("Pop").size())
                .isGreaterThan(4 * CATALOGUE.playing("Reggaeton").size());
        assertThat(CATALOGUE.playing("Reggaeton")).hasSizeGreaterThan(3);
    }

    @Test
    void aQuarterOfTheArtistsPlaysTwoGenres() {
        assertThat(share(CATALOGUE.artists().stream()
                        .map(artist -> artist.genres().size() == 2)))
                .isBetween(0.18, 0.32);
        assertThat(CATALOGUE.artists())
                .allSatisfy(artist -> assertThat(artist.genres()).doesNotHaveDuplicates());
    }

    @Test
    void someCoversLookLikeOtherMusic() {
        List<Boolean> misleading = new ArrayList<>();
        for (SyntheticArtist artist : CATALOGUE.artists()) {
            artist.albums()
                    .forEach(album ->
                            misleading.add(album.cover().looks().stream().noneMatch(artist.genres()::contains)));
        }
        assertThat(share(misleading.stream())).isBetween(0.04, 0.11);
    }

    @Test
    void whatTheCatalogueSaysOfAnArtistMapsToWhatTheArtistPlays() {
        GenreMap map = BundledGenreMaps.named("spotify");
        assertThat(CATALOGUE.artists())
                .allSatisfy(artist -> assertThat(artist.genres())
                        .containsAll(artist.labels().stream()
                                .flatMap(label -> map.classOf(label).stream())
                                .toList()));
        assertThat(CATALOGUE.artists()).anyMatch(artist -> artist.labels().isEmpty());
        assertThat(CATALOGUE.artists())
                .anyMatch(artist -> artist.labels().stream()
                        .anyMatch(label -> map.classOf(label).isEmpty()));
    }

    @Test
    void everythingIsCalledSynthetic() {
        assertThat(CATALOGUE.artists()).allSatisfy(artist -> {
            assertThat(artist.name()).contains("synthetic");
            assertThat(artist.albums()).allMatch(album -> album.name().contains("synthetic"));
        });
    }

    @Test
    void noTwoCoversAreTheSame() {
        List<Long> seeds = CATALOGUE.artists().stream()
                .flatMap(artist -> artist.albums().stream())
                .map(SyntheticAlbum::cover)
                .map(CoverRendering::seed)
                .toList();
        assertThat(seeds).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void aSearchFindsAGenreHoweverItIsSpelled() {
        assertThat(CATALOGUE.playing("hip-hop"))
                .isNotEmpty()
                .containsAll(CATALOGUE.playing("HipHop"))
                .isEqualTo(CATALOGUE.playing("HIP HOP"));
        assertThat(CATALOGUE.playing("polka")).isEmpty();
    }

    private static double share(Stream<Boolean> marks) {
        return marks.mapToInt(mark -> mark ? 1 : 0).average().orElseThrow();
    }
}
