package ai.fomo.worker.wiring;

import ai.fomo.activities.catalogue.CoverSources;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.spotify.SpotifyConfiguration;
import ai.fomo.sources.spotify.SpotifySource;
import ai.fomo.worker.configuration.SpotifyCredentials;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Clients with the credentials of this worker, one for each server, so that they share its token. A source with an address of
 * its own is a stand-in, and never sees the credentials of the real one.
 */
final class ConfiguredSources implements CoverSources {
    private static final String STAND_IN = "synthetic";

    private final Optional<SpotifyCredentials> spotify;
    private final Map<String, CoverSource> clients = new ConcurrentHashMap<>();

    ConfiguredSources(Optional<SpotifyCredentials> spotify) {
        this.spotify = spotify;
    }

    @Override
    public CoverSource clientFor(Source source) {
        return switch (source.kind()) {
            case SPOTIFY ->
                clients.computeIfAbsent(
                        String.valueOf(source.address()), key -> new SpotifySource(configuration(source.address())));
            case MUSICBRAINZ -> throw new SourceRefusedException("no client for MusicBrainz yet");
            case FILES ->
                throw new SourceRefusedException(
                        "dataset " + source.name() + " was imported from files: there is nothing to fetch");
        };
    }

    @Override
    public String apiOf(Source source) {
        String kind = source.kind().name().toLowerCase(Locale.ROOT);
        String address = source.address();
        return address == null ? kind : kind + "@" + URI.create(address).getAuthority();
    }

    private SpotifyConfiguration configuration(@Nullable String address) {
        if (address != null) {
            return SpotifyConfiguration.of(URI.create(address), STAND_IN, STAND_IN);
        }
        SpotifyCredentials credentials = spotify.orElseThrow(
                () -> new SourceRefusedException(
                        "this worker has no credentials for Spotify: set FOMO_SPOTIFY_CLIENT_ID and FOMO_SPOTIFY_CLIENT_SECRET"));
        return SpotifyConfiguration.of(
                credentials.api(), credentials.accounts(), credentials.clientId(), credentials.clientSecret());
    }
}
