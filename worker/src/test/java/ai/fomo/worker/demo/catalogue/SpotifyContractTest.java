package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the stand-in sends, against the field names and types that the description of the Web API declares. */
class SpotifyContractTest {
    private static final String EXCERPT = "spotify-openapi-excerpt.yml";

    /** Where the real API does not keep to its description, and the stand-in with it. */
    private static final Set<String> KNOWN_DEVIATIONS = Set.of(
            "artists.items[].genres: null",
            "artists[].genres: null",
            "genres: null",
            "artists.items[]: null",
            "artists[]: null",
            "albums[]: null",
            "items[]: null",
            "items[].images[].width: missing",
            "items[].images[].height: missing",
            "albums[].images[].width: missing",
            "albums[].images[].height: missing");

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"SPOTIFY_DEVELOPMENT", "SPOTIFY_EXTENDED"})
    void withoutFlawsEveryAnswerIsAsDeclared(Behaviour behaviour) throws Exception {
        assertThat(faults(behaviour, Flaws.NONE, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"SPOTIFY_DEVELOPMENT", "SPOTIFY_EXTENDED"})
    void withFlawsItDeviatesAsTheRealOneDoesAndNotOtherwise(Behaviour behaviour) throws Exception {
        assertThat(faults(behaviour, Flaws.ofEveryKind(0.5), KNOWN_DEVIATIONS)).isEmpty();
        assertThat(faults(behaviour, Flaws.ofEveryKind(0.5), Set.of()))
                .as("the deviations are there")
                .isNotEmpty();
    }

    @Test
    void aBrokenAnswerIsSeen() throws Exception {
        DescribedShape shape = DescribedShape.of(EXCERPT, KNOWN_DEVIATIONS);
        try (CatalogueStandIn standIn = CatalogueStandIn.start(1, 200, 0)) {
            String path = "/v1/artists/" + standIn.catalogue().artists().get(0).id() + "/albums?limit=2";
            JsonNode good = new StandInClient(standIn).document(path);
            assertThat(shape.faults("/artists/{id}/albums", 200, good)).isEmpty();

            ObjectNode broken = good.deepCopy();
            broken.put("total", "two").putNull("href").remove("next");
            ObjectNode album = (ObjectNode) broken.at("/items/1");
            album.put("album_type", "mixtape").put("covers", 1).remove("artists");
            ((ObjectNode) album.at("/images/0")).put("url", 1);
            assertThat(shape.faults("/artists/{id}/albums", 200, broken))
                    .containsExactlyInAnyOrder(
                            "total: STRING instead of integer",
                            "href: null",
                            "next: missing",
                            "items[1].album_type: 'mixtape' is none of [album, single, compilation]",
                            "items[1].covers: not declared",
                            "items[1].artists: missing",
                            "items[1].images[0].url: NUMBER instead of string");
            assertThat(shape.faults("/search", 418, good)).isNotEmpty();
        }
    }

    private static List<String> faults(Behaviour behaviour, Flaws flaws, Set<String> exceptions) throws Exception {
        DescribedShape shape = DescribedShape.of(EXCERPT, exceptions);
        List<String> faults = new ArrayList<>();
        StandInOptions options =
                StandInOptions.of(behaviour).with(CoverStyle.FLAT).with(flaws);
        try (CatalogueStandIn standIn = CatalogueStandIn.start(3, 600, 0, options)) {
            StandInClient client = new StandInClient(standIn);
            String limit = "&limit=" + behaviour.maxLimit();
            for (GenreMix.Entry genre : GenreMix.load().entries()) {
                String path = "/v1/search?type=artist&q=genre:" + genre.genre() + limit;
                JsonNode found = client.document(path);
                faults.addAll(shape.faults("/search", 200, found));
                assertThat(found.at("/artists/items")).isNotEmpty();
            }
            List<String> artists = new ArrayList<>();
            List<String> albums = new ArrayList<>();
            for (SyntheticArtist artist : standIn.catalogue().artists()) {
                artists.add(artist.id());
                artist.albums().forEach(album -> albums.add(album.id()));
                faults.addAll(checked(shape, client, "/artists/{id}", "/v1/artists/" + artist.id()));
                String list = "/v1/artists/" + artist.id() + "/albums?include_groups=album,single" + limit;
                faults.addAll(checked(shape, client, "/artists/{id}/albums", list));
            }
            for (String ids : List.of(String.join(",", artists.subList(0, 50)), "nobody")) {
                faults.addAll(checked(shape, client, "/artists", "/v1/artists?ids=" + ids));
            }
            faults.addAll(
                    checked(shape, client, "/albums", "/v1/albums?ids=" + String.join(",", albums.subList(0, 20))));
            faults.addAll(errors(shape, standIn, client));
        }
        // An id that nobody has is a null in a batch; the documentation says so, the description does not.
        faults.remove("artists[0]: null");
        return faults;
    }

    /** A 404 has a form, but no operation that declares it. */
    private static List<String> checked(DescribedShape shape, StandInClient client, String operation, String path)
            throws Exception {
        HttpResponse<byte[]> response = client.get(path);
        JsonNode document = StandInClient.json(response);
        return response.statusCode() == 404
                ? shape.faults("ErrorObject", document.get("error"))
                : shape.faults(operation, response.statusCode(), document);
    }

    private static List<String> errors(DescribedShape shape, CatalogueStandIn standIn, StandInClient client)
            throws Exception {
        List<String> faults = new ArrayList<>();
        String path = "/v1/search?type=artist&q=genre:pop&limit=";
        faults.addAll(shape.faults(
                "ErrorObject", StandInClient.json(client.get(path + 51)).get("error")));
        faults.addAll(shape.faults("/search", 401, StandInClient.json(client.anonymous(path))));
        standIn.fail(Faults.NONE.of(1, 1, EnumSet.of(FaultKind.SHORT_WAIT)));
        faults.addAll(shape.faults("/search", 429, StandInClient.json(client.get(path + 5))));
        return faults;
    }
}
