package ai.fomo.worker.wiring;

import ai.fomo.domain.catalogue.PaceNames;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.worker.configuration.MusicBrainzSettings;
import ai.fomo.worker.configuration.SourceSettings;
import ai.fomo.worker.configuration.SpotifySettings;
import java.net.URI;
import java.util.Locale;

/**
 * What the APIs of sources are called, where their paces are kept. A server that is asked in the place of the real one,
 * because the source or the configuration says so, has paces of its own: what it asks to wait for holds nobody else up.
 */
public final class SourceApis {
    private SourceApis() {}

    public static PaceNames of(Source source, SourceSettings settings) {
        String address = source.address();
        if (address != null) {
            return PaceNames.of(inPlaceOf(source, URI.create(address)));
        }
        return switch (source.kind()) {
            case SPOTIFY -> PaceNames.of(api(source, settings.spotify().api(), SpotifySettings.API));
            case MUSICBRAINZ ->
                PaceNames.of(
                        api(source, settings.musicBrainz().api(), MusicBrainzSettings.API),
                        api(source, settings.musicBrainz().coverArt(), MusicBrainzSettings.COVER_ART));
            case FILES -> PaceNames.of(kind(source));
        };
    }

    static String kind(Source source) {
        return source.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String api(Source source, URI asked, URI real) {
        return hostAndPort(asked).equals(hostAndPort(real)) ? kind(source) : inPlaceOf(source, asked);
    }

    private static String inPlaceOf(Source source, URI server) {
        return kind(source) + "@" + hostAndPort(server);
    }

    private static String hostAndPort(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getHost().toLowerCase(Locale.ROOT) + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }
}
