package ai.fomo.worker.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.spotify.SpotifyMode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceSettingsTest {
    @Test
    void withNothingSetTheRealServersAreAskedConsiderately() {
        SourceSettings settings = settings(Map.of());

        assertThat(settings.spotify().credentials()).isEmpty();
        assertThat(settings.spotify().mode()).isEqualTo(SpotifyMode.DEVELOPMENT);
        assertThat(settings.spotify().pace()).isEmpty();
        assertThat(settings.musicBrainz().contact()).isEmpty();
        assertThat(settings.musicBrainz().api()).isEqualTo(URI.create("https://musicbrainz.org"));
        assertThat(settings.musicBrainz().coverArt()).isEqualTo(URI.create("https://coverartarchive.org"));
        assertThat(settings.musicBrainz().pace()).isEqualTo(new Pace(1, Duration.ofSeconds(1)));
        assertThat(settings.musicBrainz().coverPace()).isEqualTo(new Pace(4, Duration.ofSeconds(1)));
    }

    @Test
    void aMirrorOfOnesOwnHasItsAddressesAndPaces() {
        MusicBrainzSettings settings = settings(Map.of(
                        "FOMO_MUSICBRAINZ_API", "http://mirror:5000",
                        "FOMO_COVERART_API", "http://covers:5001",
                        "FOMO_MUSICBRAINZ_PACE", "50/1s",
                        "FOMO_COVERART_PACE", "10/500ms"))
                .musicBrainz();

        assertThat(settings.api()).isEqualTo(URI.create("http://mirror:5000"));
        assertThat(settings.coverArt()).isEqualTo(URI.create("http://covers:5001"));
        assertThat(settings.pace()).isEqualTo(new Pace(50, Duration.ofSeconds(1)));
        assertThat(settings.coverPace()).isEqualTo(new Pace(10, Duration.ofMillis(500)));
    }

    @ParameterizedTest
    @EnumSource(SpotifyMode.class)
    void aModeIsReadInWhateverCase(SpotifyMode mode) {
        assertThat(spotify("FOMO_SPOTIFY_MODE", mode.name()).mode()).isEqualTo(mode);
        assertThat(spotify("FOMO_SPOTIFY_MODE", mode.name().toLowerCase(java.util.Locale.ROOT))
                        .mode())
                .isEqualTo(mode);
    }

    @Test
    void aModeThatThereIsNotIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> spotify("FOMO_SPOTIFY_MODE", "production"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("FOMO_SPOTIFY_MODE is 'production', but must be one of development, extended.");
    }

    @ParameterizedTest
    @CsvSource({"1/1s,1,PT1S", "180/30s,180,PT30S", "5/250ms,5,PT0.25S", "1000/1h,1000,PT1H", "60/1M,60,PT1M"})
    void aPaceIsRequestsInALengthOfTime(String text, int requests, Duration window) {
        assertThat(spotify("FOMO_SPOTIFY_PACE", text).pace()).contains(new Pace(requests, window));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fast",
                "90",
                "90/s",
                "/30s",
                "0/30s",
                "90/0s",
                "-1/1s",
                "90/30",
                "90/30d",
                "1.5/1s",
                "9 0/30s",
                "9999999/1s"
            })
    void aPaceThatCannotBeIsAnsweredWithOneThatCan(String text) {
        assertThatThrownBy(() -> spotify("FOMO_SPOTIFY_PACE", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("FOMO_SPOTIFY_PACE is '" + text
                        + "', but must be a number of requests in a length of time (ms, s, m, h), such as 90/30s.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"covers@example.org", "https://example.org/covers?about=us", "http://localhost:8080"})
    void aContactIsAMailAddressOrAUrl(String contact) {
        assertThat(settings(Map.of("FOMO_MUSICBRAINZ_CONTACT", contact))
                        .musicBrainz()
                        .contact())
                .hasValue(contact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me",
                "@",
                "a@b@c",
                "a@b c",
                "a@b)",
                "ftp://example.org",
                "https://",
                "a@b\nX: y",
                "ä@example.org"
            })
    void whatCannotStandInAUserAgentIsNoContact(String contact) {
        assertThatThrownBy(() -> settings(Map.of("FOMO_MUSICBRAINZ_CONTACT", contact)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must be a mail address or a URL, such as covers@example.org.");
    }

    private static SpotifySettings spotify(String name, String value) {
        return settings(Map.of(name, value)).spotify();
    }

    private static SourceSettings settings(Map<String, String> environment) {
        return Configuration.from(environment).sources();
    }
}
