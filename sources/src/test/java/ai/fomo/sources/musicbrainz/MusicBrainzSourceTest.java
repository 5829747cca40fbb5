package ai.fomo.sources.musicbrainz;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import ai.fomo.sources.catalogue.Step;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicBrainzSourceTest {
    private static final String GROUP = "11111111-aaaa-4bbb-8ccc-00000000000";
    private static final String ADA = "22222222-aaaa-4bbb-8ccc-000000000001";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final MusicBrainzSource source;

    MusicBrainzSourceTest() {
        URI api = URI.create(SERVER.baseUrl());
        source = new MusicBrainzSource(
                MusicBrainzConfiguration.of(api, URI.create(api + "/covers/"), "1.2", "covers@example.org"));
    }

    @BeforeEach
    void aTagHasAlbums() throws IOException {
        search(okJson(fixture()));
    }

    @Test
    void albumsOfATagCarryWhatPeopleCallThemAndHowMany() {
        Listing listing = find(null);

        assertThat(listing.albums().get(0))
                .isEqualTo(new Album(
                        GROUP + "1",
                        "First Light",
                        ADA,
                        "Ada",
                        List.of(
                                new SourceLabel("trip hop", LabelKind.TAG, 7),
                                new SourceLabel("hip hop", LabelKind.TAG, 2)),
                        SERVER.url("/covers/release-group/" + GROUP + "1/front-500"),
                        null));
        assertThat(listing.albums()).extracting(Album::id).containsExactly(GROUP + "1", GROUP + "2", GROUP + "3");
        assertThat(listing.albums().get(2).tags()).isEmpty();
        assertThat(listing.albumsByArtist()).isFalse();
        assertThat(listing.total()).isEqualTo(230);
    }

    @Test
    void everyoneCreditedIsAnArtistOnceAndVariousArtistsAreNone() {
        Listing listing = find(null);

        assertThat(listing.artists())
                .containsExactly(
                        new Artist(ADA, "Ada", List.of()),
                        new Artist("22222222-aaaa-4bbb-8ccc-000000000002", "Bo", List.of()));
        assertThat(listing.albums())
                .extracting(Album::group)
                .containsExactly("artist:" + ADA, "album:" + GROUP + "2", "artist:" + ADA);
    }

    @Test
    void oneRequestSaysWhatIsWantedAndWhoAsks() {
        find("100");

        SERVER.verify(1, getRequestedFor(anyUrl()));
        SERVER.verify(getRequestedFor(urlPathEqualTo("/ws/2/release-group"))
                .withQueryParam("query", equalTo(TagQuery.of("hip hop")))
                .withQueryParam("fmt", equalTo("json"))
                .withQueryParam("limit", equalTo("100"))
                .withQueryParam("offset", equalTo("100"))
                .withHeader("User-Agent", equalTo("Fomo/1.2 ( covers@example.org )")));
    }

    @ParameterizedTest
    @CsvSource({",3", "200,203", "226,229", "227,", "500,"})
    void aCursorGoesOnBehindWhatWasGivenUntilTheLastOne(@Nullable String cursor, @Nullable String next) {
        assertThat(find(cursor).next()).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\": 9}",
                "{\"count\": 9, \"release-groups\": null}",
                "{\"count\": 9, \"release-groups\": []}"
            })
    void anAnswerWithoutAlbumsEndsTheSearch(String answer) {
        search(okJson(answer));
        assertThat(find(null)).isEqualTo(new Listing(List.of(), List.of(), 0, false, 9, null));
    }

    @Test
    void whatIsMissingInAnEntryDoesNotHideTheOthers() {
        search(okJson("""
                {"count": 2, "release-groups": [null, {"id": "g", "title": null, "artist-credit": [null, {"name": "x"}],
                  "tags": [null, {"count": 3}]}]}"""));

        assertThat(find(null).albums()).singleElement().satisfies(album -> {
            assertThat(album.group()).isEqualTo("artist:g");
            assertThat(album.name()).isEmpty();
            assertThat(album.tags()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "next", "", "9999999999"})
    void aForeignCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> find(cursor)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source.list("pop", new Step.AlbumsOf("a", null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"503,,2", "503,5,5", "429,7,7", "429,,2"})
    void whoeverIsTooFastIsToldWhenToComeBack(int status, @Nullable String header, long seconds) {
        ResponseDefinitionBuilder response = aResponse().withStatus(status);
        search(header == null ? response : response.withHeader("Retry-After", header));
        assertThatThrownBy(() -> find(null))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"403,FOMO_MUSICBRAINZ_CONTACT", "404,FOMO_MUSICBRAINZ_API", "301,FOMO_MUSICBRAINZ_API", "400,search"})
    void aRefusalIsFinalAndSaysWhatToChange(int status, String remedy) {
        search(aResponse().withStatus(status));
        assertThatThrownBy(() -> find(null))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining(remedy);
    }

    @Test
    void anAnswerThatIsNotTheApisMayPass() {
        search(aResponse().withBody("<html>"));
        assertThatThrownBy(() -> find(null)).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void signingInNeedsNoRequest() {
        source.signIn();
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aCoverIsFetchedThroughTheArchivesRedirects() {
        byte[] bytes = {1, 2, 3};
        cover("1", aResponse().withStatus(307).withHeader("Location", SERVER.url("/archive")));
        SERVER.stubFor(get("/archive").willReturn(aResponse().withBody(bytes)));

        assertThat(source.image(find(null).albums().get(0).imageUrl())).isEqualTo(bytes);
        SERVER.verify(getRequestedFor(urlPathEqualTo("/archive"))
                .withHeader("User-Agent", equalTo("Fomo/1.2 ( covers@example.org )")));
    }

    @Test
    void anAlbumWithoutACoverIsRefusedAndAHostThatIsDownMayComeBack() {
        cover("1", aResponse().withStatus(404));
        cover("2", aResponse().withStatus(503));
        cover("3", aResponse().withStatus(503).withHeader("Retry-After", "60"));

        List<Album> albums = find(null).albums();

        assertThatThrownBy(() -> source.image(albums.get(0).imageUrl())).isInstanceOf(CoverRefusedException.class);
        assertThatThrownBy(() -> source.image(albums.get(1).imageUrl())).isInstanceOf(SourceUnavailableException.class);
        assertThatThrownBy(() -> source.image(albums.get(2).imageUrl())).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void oneRequestASecondIsTheDefault() {
        assertThat(source.pace()).isEqualTo(new Pace(1, Duration.ofSeconds(1)));
        assertThat(source.imagePace()).hasValue(new Pace(4, Duration.ofSeconds(1)));
    }

    private Listing find(@Nullable String cursor) {
        return source.list("hip hop", new Step.Search(cursor));
    }

    private static void search(ResponseDefinitionBuilder response) {
        SERVER.stubFor(get(urlPathEqualTo("/ws/2/release-group")).willReturn(response));
    }

    private static void cover(String group, ResponseDefinitionBuilder response) {
        SERVER.stubFor(
                get("/covers/release-group/" + GROUP + group + "/front-500").willReturn(response));
    }

    private static String fixture() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                MusicBrainzSourceTest.class.getResourceAsStream("/musicbrainz/release-groups.json"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
