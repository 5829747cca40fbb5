package ai.fomo.worker.wiring;

import ai.fomo.activities.catalogue.CoverSources;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.PaceNames;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.musicbrainz.MusicBrainzConfiguration;
import ai.fomo.sources.musicbrainz.MusicBrainzSource;
import ai.fomo.sources.spotify.SpotifyConfiguration;
import ai.fomo.sources.spotify.SpotifySource;
import ai.fomo.worker.configuration.MusicBrainzSettings;
import ai.fomo.worker.configuration.SourceSettings;
import ai.fomo.worker.configuration.SpotifyCredentials;
import ai.fomo.worker.configuration.SpotifySettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Clients with the settings of this worker, one for each server, so that they share its token. A source with an address of
 * its own is a stand-in, and never sees the credentials of the real one.
 */
final class ConfiguredSources implements CoverSources {
    private static final String STAND_IN = "synthetic";
    private static final Pace UNHURRIED = new Pace(1_000, Duration.ofSeconds(1));
    private static final String VERSION =
            Objects.requireNonNullElse(ConfiguredSources.class.getPackage().getImplementationVersion(), "development");

    private final SourceSettings settings;
    private final Map<String, CoverSource> clients = new ConcurrentHashMap<>();

    ConfiguredSources(SourceSettings settings) {
        this.settings = settings;
    }

    @Override
    public CoverSource clientFor(Source source) {
        return switch (source.kind()) {
            case SPOTIFY ->
                clients.computeIfAbsent(server(source), key -> new SpotifySource(spotify(source.address())));
            case MUSICBRAINZ ->
                clients.computeIfAbsent(server(source), key -> new MusicBrainzSource(musicBrainz(source.address())));
            case FILES ->
                throw new SourceRefusedException(
                        "dataset " + source.name() + " was imported from files: there is nothing to fetch");
        };
    }

    @Override
    public PaceNames pacesOf(Source source) {
        return SourceApis.of(source, settings);
    }

    private static String server(Source source) {
        return SourceApis.kind(source) + " " + source.address();
    }

    private SpotifyConfiguration spotify(@Nullable String address) {
        SpotifySettings spotify = settings.spotify();
        if (address != null) {
            return SpotifyConfiguration.of(URI.create(address), STAND_IN, STAND_IN)
                    .with(spotify.mode(), spotify.pace().orElse(UNHURRIED));
        }
        SpotifyCredentials credentials = spotify.credentials()
                .orElseThrow(
                        () -> new SourceRefusedException(
                                "this worker has no credentials for Spotify: set FOMO_SPOTIFY_CLIENT_ID and FOMO_SPOTIFY_CLIENT_SECRET"));
        return SpotifyConfiguration.of(
                        spotify.api(), spotify.accounts(), credentials.clientId(), credentials.clientSecret())
                .with(spotify.mode(), spotify.pace().orElse(SpotifyConfiguration.DEFAULT_PACE));
    }

    private MusicBrainzConfiguration musicBrainz(@Nullable String address) {
        MusicBrainzSettings musicBrainz = settings.musicBrainz();
        if (address != null) {
            URI server = URI.create(address);
            return MusicBrainzConfiguration.of(server, server, VERSION, STAND_IN)
                    .with(musicBrainz.pace(), musicBrainz.coverPace());
        }
        String contact = musicBrainz
                .contact()
                .orElseThrow(
                        () -> new SourceRefusedException(
                                "MusicBrainz wants to know whom to reach about this worker: set FOMO_MUSICBRAINZ_CONTACT to a mail address or a URL"));
        return MusicBrainzConfiguration.of(musicBrainz.api(), musicBrainz.coverArt(), VERSION, contact)
                .with(musicBrainz.pace(), musicBrainz.coverPace());
    }
}
