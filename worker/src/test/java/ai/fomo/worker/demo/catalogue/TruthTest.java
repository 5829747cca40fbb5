package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.image.ImageDecoder;
import ai.fomo.learning.image.UnusableImageException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the stand-in says of itself, against what a client finds that asks for everything once. */
class TruthTest {
    private static final List<String> GENRES = List.of("pop", "hip hop", "jazz", "reggae");

    /** Asks for everything, each thing once, and keeps what it was told. */
    private static final class Walk {
        private final StandInClient client;
        private final int limit;
        private final Set<String> artists = new LinkedHashSet<>();
        private final Map<String, Set<String>> albumsByImage = new HashMap<>();
        private final Map<Sha256, Set<String>> albumsByPicture = new HashMap<>();

        Walk(CatalogueStandIn standIn, int limit) {
            this.client = new StandInClient(standIn);
            this.limit = limit;
        }

        void everything() throws Exception {
            for (String genre : GENRES) {
                String query = URLEncoder.encode("genre:\"" + genre + "\"", StandardCharsets.UTF_8);
                for (JsonNode entry : parts("/v1/search?type=artist&q=" + query + "&limit=" + limit, "/artists")) {
                    artists.add(entry.get("id").asText());
                }
            }
            for (String artist : artists) {
                for (JsonNode album : parts("/v1/artists/" + artist + "/albums?limit=" + limit, "")) {
                    if (!album.get("images").isEmpty()) {
                        albumsByImage
                                .computeIfAbsent(album.at("/images/0/url").asText(), key -> new HashSet<>())
                                .add(album.get("id").asText());
                    }
                }
            }
            for (Map.Entry<String, Set<String>> image : albumsByImage.entrySet()) {
                HttpResponse<byte[]> response = client.anonymous(image.getKey());
                if (response.statusCode() == 200 && usable(response.body())) {
                    albumsByPicture
                            .computeIfAbsent(Sha256.of(response.body()), key -> new HashSet<>())
                            .addAll(image.getValue());
                }
            }
        }

        private List<JsonNode> parts(String first, String at) throws Exception {
            List<JsonNode> entries = new ArrayList<>();
            String next = first;
            while (!next.isEmpty()) {
                HttpResponse<byte[]> response = client.get(next);
                if (response.statusCode() == 404) {
                    return entries;
                }
                JsonNode paging = StandInClient.json(response).at(at);
                paging.get("items").forEach(entry -> {
                    if (!entry.isNull()) {
                        entries.add(entry);
                    }
                });
                next = paging.get("next").isNull() ? "" : paging.get("next").asText();
            }
            return entries;
        }

        private static boolean usable(byte[] image) {
            try {
                ImageDecoder.decode(image);
                return true;
            } catch (UnusableImageException e) {
                return false;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"SPOTIFY_DEVELOPMENT", "SPOTIFY_EXTENDED"})
    void aClientThatAsksOnceForEverythingFindsJustThatWithTheFewestRequests(Behaviour behaviour) throws Exception {
        StandInOptions options =
                StandInOptions.of(behaviour).with(CoverStyle.FLAT).with(Flaws.ofEveryKind(0.4));
        try (CatalogueStandIn standIn = CatalogueStandIn.start(5, 900, 0, options)) {
            Walk walk = new Walk(standIn, behaviour.maxLimit());
            walk.everything();
            Truth truth = standIn.truth(GENRES);

            assertThat(standIn.log().all()).hasSize(truth.leastRequests());
            assertThat(standIn.log().count(Host.IMAGES)).isEqualTo(truth.images());
            assertThat(new HashSet<>(walk.albumsByPicture.values()))
                    .isEqualTo(new HashSet<>(truth.pictures().values()));
            assertThat(walk.albumsByPicture).hasSize(truth.pictures().size());
            assertThat(truth.lost()).isNotEmpty();
            assertThat(truth.withoutImage()).isPositive();
            assertThat(truth.obtainable()).anyMatch(cover -> cover.albums().size() > 1);
            assertThat(truth.obtainable()).anyMatch(cover -> cover.queries().size() > 1);
            assertThat(truth.obtainable()).anyMatch(cover -> cover.labels().isEmpty());
        }
    }

    @Test
    void whatGrowsIsFoundBesideWhatWasThere() throws Exception {
        StandInOptions flat = StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT)
                .with(CoverStyle.FLAT)
                .with(Flaws.ofEveryKind(0.1));
        try (CatalogueStandIn standIn = CatalogueStandIn.start(5, 300, 0, flat)) {
            Set<String> before = standIn.truth(GENRES).albums();
            List<String> order = found(standIn);

            standIn.grow(100, Place.END);
            assertThat(found(standIn).subList(0, order.size())).isEqualTo(order);
            standIn.grow(100, Place.MIDDLE);
            assertThat(found(standIn).subList(0, order.size())).isNotEqualTo(order);
            assertThat(found(standIn))
                    .containsAll(order)
                    .hasSizeGreaterThan(order.size())
                    .doesNotHaveDuplicates();
            Set<String> after = standIn.truth(GENRES).albums();
            assertThat(after).containsAll(before).hasSizeGreaterThan(before.size());

            standIn.growAlbums(10_000);
            assertThat(standIn.truth(GENRES).albums()).containsAll(after).hasSizeGreaterThan(after.size());
        }
    }

    @Test
    void aCatalogueThatGrewIsOneThatWasLargerFromTheBeginning() {
        List<SyntheticArtist> few = SyntheticCatalogue.artists(9, 0, 50);
        List<SyntheticArtist> more = SyntheticCatalogue.artists(9, few.size(), 50);
        assertThat(more).isNotEmpty().doesNotContainAnyElementsOf(few);
        assertThat(SyntheticCatalogue.artists(9, 0, 500)).containsAll(more.subList(0, more.size() - 1));
    }

    private static List<String> found(CatalogueStandIn standIn) throws Exception {
        Walk walk = new Walk(standIn, 10);
        return walk.parts("/v1/search?type=artist&q=genre:pop&limit=10", "/artists").stream()
                .map(entry -> entry.get("id").asText())
                .toList();
    }
}
