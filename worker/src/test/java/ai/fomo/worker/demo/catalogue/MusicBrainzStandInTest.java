package ai.fomo.worker.demo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.learning.image.ImageDecoder;
import ai.fomo.learning.image.UnusableImageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MusicBrainzStandInTest {
    private static final String SEARCH = "/ws/2/release-group?fmt=json&query=tag:";
    private static final String HIP_HOP = SEARCH + "%22Hip%20Hop%22%20AND%20primarytype:album&limit=100";
    private static final String AGENT = "fomo-test/1 (test@example.org)";

    private final SkippedTime clock = new SkippedTime();
    private final CatalogueStandIn standIn;
    private final StandInClient client;

    MusicBrainzStandInTest() throws IOException {
        standIn = CatalogueStandIn.start(
                4,
                1_000,
                0,
                StandInOptions.of(Behaviour.MUSICBRAINZ)
                        .with(CoverStyle.FLAT)
                        .with(Flaws.ofEveryKind(0.3))
                        .with(clock));
        client = new StandInClient(standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void everyAnswerHasTheFieldsThatTheDocumentationShowsAndNoOthers() throws Exception {
        DescribedShape shape = DescribedShape.of("musicbrainz-release-groups.yml", Set.of());
        for (String tag : List.of("rock", "pop", "jazz", "%22seen%20live%22", "polka")) {
            assertThat(shape.faults("ReleaseGroups", ask(SEARCH + tag + "&limit=100")))
                    .isEmpty();
        }
        ObjectNode broken = ask(SEARCH + "rock");
        broken.put("total", 3);
        ((ObjectNode) broken.at("/release-groups/0")).remove("artist-credit");
        assertThat(shape.faults("ReleaseGroups", broken))
                .containsExactlyInAnyOrder("total: not declared", "release-groups[0].artist-credit: missing");
        for (HttpResponse<byte[]> wrong : List.of(get("/ws/2/label"), get("/ws/2/release-group?query=x&fmt=json"))) {
            assertThat(shape.faults("Error", StandInClient.json(wrong))).isEmpty();
        }
    }

    @Test
    void aSearchFindsWhatIsTaggedSoInParts() throws Exception {
        List<JsonNode> found = new ArrayList<>();
        JsonNode part = ask(HIP_HOP);
        int count = part.get("count").asInt();
        while (found.size() < count) {
            part = ask(HIP_HOP + "&offset=" + found.size());
            assertThat(part.get("offset").asInt()).isEqualTo(found.size());
            part.get("release-groups").forEach(found::add);
        }
        assertThat(found).hasSize(count).allSatisfy(group -> {
            assertThat(group.get("tags"))
                    .anyMatch(tag -> tag.get("name").asText().equals("hip hop")
                            && tag.get("count").asInt() > 0);
            assertThat(UUID.fromString(group.get("id").asText())).isNotNull();
        });
        assertThat(found).extracting(group -> group.get("id").asText()).doesNotHaveDuplicates();
        assertThat(ask(SEARCH + "rock&limit=1000").get("release-groups").size()).isLessThanOrEqualTo(100);
        assertThat(ask(SEARCH + "rock").get("release-groups")).hasSize(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java-http-client/17.0.9", "Java/17", "curl/8", " "})
    void whoDoesNotSayWhichApplicationAsksIsForbidden(String agent) throws Exception {
        assertThat(client.getAs(agent, HIP_HOP).statusCode()).isEqualTo(403);
    }

    @Test
    void aSecondRequestInASecondIsTooMany() throws Exception {
        assertThat(client.getAs(AGENT, HIP_HOP).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> tooMany = client.getAs(AGENT, HIP_HOP);
        assertThat(tooMany.statusCode()).isEqualTo(503);
        assertThat(tooMany.headers().firstValue("Retry-After")).contains("1");
        assertThat(StandInClient.json(tooMany).get("error").asText())
                .startsWith("Your requests are exceeding the allowable rate limit.");
        clock.skip(Duration.ofSeconds(1));
        assertThat(client.getAs(AGENT, HIP_HOP).statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultOfTheServersIsNoRateLimit() throws Exception {
        standIn.fail(Faults.NONE.of(1, 1, EnumSet.of(FaultKind.UNAVAILABLE)));
        HttpResponse<byte[]> busy = client.getAs(AGENT, HIP_HOP);
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).isEmpty();
        assertThat(StandInClient.json(busy).get("error").asText()).contains("busy");
    }

    @Test
    void aFrontIsTwoRedirectsAway() throws Exception {
        TrueCover cover = standIn.truth(List.of("rock")).obtainable().get(0);
        HttpResponse<byte[]> first = client.getAs(AGENT, cover.url() + "-500");
        assertThat(first.statusCode()).isEqualTo(307);
        HttpResponse<byte[]> second = client.anonymous(location(first));
        assertThat(second.statusCode()).isEqualTo(302);
        HttpResponse<byte[]> image = client.anonymous(location(second));
        assertThat(image.statusCode()).isEqualTo(200);
        assertThat(ImageDecoder.decode(image.body()).getWidth()).isEqualTo(96);
        assertThat(client.anonymous(cover.url() + "-300").statusCode()).isEqualTo(404);
        assertThat(client.anonymous("/release-group/" + UUID.randomUUID() + "/front")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theTruthIsWhatAClientFinds() throws Exception {
        List<String> genres = List.of("rock", "jazz");
        Set<String> groups = new HashSet<>();
        Set<String> covered = new HashSet<>();
        for (String genre : genres) {
            int seen = 0;
            JsonNode part;
            do {
                part = ask(SEARCH + genre + "&limit=100&offset=" + seen);
                seen += part.get("release-groups").size();
                part.get("release-groups")
                        .forEach(group -> groups.add(group.get("id").asText()));
            } while (seen < part.get("count").asInt());
        }
        for (String group : groups) {
            String next = "/release-group/" + group + "/front-250";
            HttpResponse<byte[]> response = client.anonymous(next);
            while (response.statusCode() / 100 == 3) {
                response = client.anonymous(location(response));
            }
            if (response.statusCode() == 200 && usable(response.body())) {
                covered.add(group);
            }
        }
        Truth truth = standIn.truth(genres);
        assertThat(covered).isEqualTo(truth.albums());
        assertThat(standIn.log().count(Host.API) + standIn.log().count(Host.IMAGES))
                .isEqualTo(truth.leastRequests());
        assertThat(truth.pictures()).hasSizeLessThan(covered.size());
        assertThat(truth.lost()).isNotEmpty();
    }

    private static boolean usable(byte[] image) {
        try {
            ImageDecoder.decode(image);
            return true;
        } catch (UnusableImageException e) {
            return false;
        }
    }

    private static String location(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private ObjectNode ask(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return (ObjectNode) StandInClient.json(response);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        clock.skip(Duration.ofSeconds(1));
        return client.getAs(AGENT, path);
    }
}
