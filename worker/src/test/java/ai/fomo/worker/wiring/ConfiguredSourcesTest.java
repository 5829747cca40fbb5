package ai.fomo.worker.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.PaceNames;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.Step;
import ai.fomo.worker.configuration.Configuration;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSourcesTest {
    private static final Map<String, String> REAL = Map.of(
            "FOMO_SPOTIFY_CLIENT_ID", "real-id",
            "FOMO_SPOTIFY_CLIENT_SECRET", "real-secret",
            "FOMO_MUSICBRAINZ_CONTACT", "covers@example.org");

    @ParameterizedTest
    @CsvSource({
        "SPOTIFY,,spotify",
        "MUSICBRAINZ,,musicbrainz",
        "SPOTIFY,http://localhost:18888,spotify@localhost:18888",
        "MUSICBRAINZ,https://user@mirror.example.org/mb,musicbrainz@mirror.example.org:443",
        "SPOTIFY,http://10.0.0.1,spotify@10.0.0.1:80"
    })
    void theRealServersSharePacesAndEveryStandInHasItsOwn(SourceKind kind, @Nullable String address, String api) {
        assertThat(sources(REAL).pacesOf(source(kind, address))).isEqualTo(PaceNames.of(api));
    }

    @Test
    void aServerThatTheConfigurationPutsInThePlaceOfTheRealOneHasItsOwnPaces() {
        Source spotify = source(SourceKind.SPOTIFY, null);
        Source musicBrainz = source(SourceKind.MUSICBRAINZ, null);

        assertThat(sources(Map.of("FOMO_SPOTIFY_API", "http://127.0.0.1:8888")).pacesOf(spotify))
                .isEqualTo(PaceNames.of("spotify@127.0.0.1:8888"));
        assertThat(sources(Map.of("FOMO_SPOTIFY_API", "https://API.spotify.com:443/"))
                        .pacesOf(spotify))
                .as("which this is")
                .isEqualTo(PaceNames.of("spotify"));
        assertThat(sources(Map.of("FOMO_MUSICBRAINZ_API", "http://mirror:5000")).pacesOf(musicBrainz))
                .as("whose covers are the real ones")
                .isEqualTo(new PaceNames("musicbrainz@mirror:5000", "musicbrainz-covers"));
        assertThat(sources(Map.of("FOMO_COVERART_API", "http://covers:5001")).pacesOf(musicBrainz))
                .isEqualTo(new PaceNames("musicbrainz", "musicbrainz@covers:5001-covers"));
        assertThat(sources(Map.of("FOMO_SPOTIFY_API", "http://127.0.0.1:8888"))
                        .pacesOf(source(SourceKind.SPOTIFY, "http://localhost:1")))
                .isEqualTo(PaceNames.of("spotify@localhost:1"));
    }

    @Test
    void sourcesOfOneServerShareAClientAndSoItsToken() {
        ConfiguredSources sources = sources(REAL);

        assertThat(sources.clientFor(source(SourceKind.SPOTIFY, null)))
                .isSameAs(sources.clientFor(source(SourceKind.SPOTIFY, null)))
                .isNotSameAs(sources.clientFor(source(SourceKind.SPOTIFY, "http://localhost:1")));
        assertThat(sources.clientFor(source(SourceKind.MUSICBRAINZ, "http://localhost:1")))
                .isNotSameAs(sources.clientFor(source(SourceKind.SPOTIFY, "http://localhost:1")));
    }

    @Test
    void withoutWhatAServerAsksForASentenceSaysWhatToSet() {
        ConfiguredSources sources = sources(Map.of());

        assertThatThrownBy(() -> sources.clientFor(source(SourceKind.SPOTIFY, null)))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("set FOMO_SPOTIFY_CLIENT_ID and FOMO_SPOTIFY_CLIENT_SECRET");
        assertThatThrownBy(() -> sources.clientFor(source(SourceKind.MUSICBRAINZ, null)))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("set FOMO_MUSICBRAINZ_CONTACT");
        assertThatThrownBy(() -> sources.clientFor(source(SourceKind.FILES, null)))
                .isInstanceOf(SourceRefusedException.class)
                .hasMessageContaining("imported from files");
    }

    @Test
    void aStandInSeesNeitherCredentialsNorContact() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> seen = new CopyOnWriteArrayList<>();
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestHeaders().entrySet().toString());
            seen.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(418, -1);
            exchange.close();
        });
        server.start();
        try {
            ConfiguredSources sources = sources(REAL);
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            for (SourceKind kind : List.of(SourceKind.SPOTIFY, SourceKind.MUSICBRAINZ)) {
                assertThatThrownBy(
                                () -> sources.clientFor(source(kind, address)).list("pop", new Step.Search(null)))
                        .isInstanceOf(SourceRefusedException.class);
            }
        } finally {
            server.stop(0);
        }
        assertThat(seen).hasSize(4).anyMatch(text -> text.contains("( synthetic )"));
        assertThat(seen.toString())
                .doesNotContain("example.org")
                // The beginning of "real-id:", as basic authentication has it.
                .doesNotContain("cmVhbC1pZD");
    }

    @Test
    void pacesAreTheWorkersForStandInsToo() {
        ConfiguredSources sources = sources(
                Map.of("FOMO_SPOTIFY_PACE", "7/2s", "FOMO_MUSICBRAINZ_PACE", "8/2s", "FOMO_COVERART_PACE", "9/2s"));
        Duration window = Duration.ofSeconds(2);

        assertThat(sources.clientFor(source(SourceKind.SPOTIFY, "http://a")).pace())
                .isEqualTo(new Pace(7, window));
        assertThat(sources.clientFor(source(SourceKind.MUSICBRAINZ, "http://a")).pace())
                .isEqualTo(new Pace(8, window));
        assertThat(sources.clientFor(source(SourceKind.MUSICBRAINZ, "http://a")).imagePace())
                .hasValue(new Pace(9, window));
    }

    @Test
    void aStandInIsNotSparedAsSpotifyIsUnlessToldSo() {
        assertThat(sources(Map.of())
                        .clientFor(source(SourceKind.SPOTIFY, "http://a"))
                        .pace()
                        .requests())
                .isGreaterThan(90);
    }

    private static ConfiguredSources sources(Map<String, String> environment) {
        return new ConfiguredSources(Configuration.from(environment).sources());
    }

    private static Source source(SourceKind kind, @Nullable String address) {
        return new Source("covers", kind, address, new Labelling.FromLabels());
    }
}
