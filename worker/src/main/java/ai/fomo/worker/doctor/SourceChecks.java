package ai.fomo.worker.doctor;

import ai.fomo.worker.configuration.MusicBrainzSettings;
import ai.fomo.worker.configuration.SourceSettings;
import ai.fomo.worker.configuration.SpotifySettings;
import java.util.List;
import java.util.Locale;

/** What a worker would say of itself to the outside catalogues. Nobody is asked: whoever syncs from none needs neither. */
public final class SourceChecks {
    private SourceChecks() {}

    public static List<Check> all(SourceSettings settings) {
        return List.of(spotify(settings.spotify()), musicBrainz(settings.musicBrainz()));
    }

    private static Check spotify(SpotifySettings spotify) {
        return Check.ok(
                "Spotify",
                spotify.credentials()
                        .map(credentials -> credentials + " at " + spotify.api() + ", "
                                + spotify.mode().name().toLowerCase(Locale.ROOT) + " mode; not asked")
                        .orElse("no credentials; a sync from it wants FOMO_SPOTIFY_CLIENT_ID and"
                                + " FOMO_SPOTIFY_CLIENT_SECRET"));
    }

    private static Check musicBrainz(MusicBrainzSettings musicBrainz) {
        return Check.ok(
                "MusicBrainz",
                musicBrainz
                        .contact()
                        .map(contact -> "contact " + contact + ", at " + musicBrainz.api() + "; not asked")
                        .orElse("no contact; a sync from it wants FOMO_MUSICBRAINZ_CONTACT, a mail address or a URL"));
    }
}
