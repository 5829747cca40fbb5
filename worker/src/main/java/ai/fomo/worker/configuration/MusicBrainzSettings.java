package ai.fomo.worker.configuration;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.musicbrainz.MusicBrainzConfiguration;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How MusicBrainz and the Cover Art Archive are spoken to.
 *
 * @param contact by which their operators reach ours: a mail address or a URL
 */
public record MusicBrainzSettings(Optional<String> contact, URI api, URI coverArt, Pace pace, Pace coverPace) {
    /** MusicBrainz's own. */
    public static final URI API = URI.create("https://musicbrainz.org");

    /** The Cover Art Archive's own. */
    public static final URI COVER_ART = URI.create("https://coverartarchive.org");

    /** It stands in a comment of the User-Agent header, which ends with a parenthesis. */
    private static final Pattern CONTACT = Pattern.compile("(https?://[!-~&&[^()]]+|[!-~&&[^()@]]+@[!-~&&[^()@]]+)");

    static MusicBrainzSettings from(Variables variables) {
        return new MusicBrainzSettings(
                variables.find("FOMO_MUSICBRAINZ_CONTACT").map(MusicBrainzSettings::contact),
                variables.address("FOMO_MUSICBRAINZ_API").orElse(API),
                variables.address("FOMO_COVERART_API").orElse(COVER_ART),
                variables.pace("FOMO_MUSICBRAINZ_PACE").orElse(MusicBrainzConfiguration.DEFAULT_PACE),
                variables.pace("FOMO_COVERART_PACE").orElse(MusicBrainzConfiguration.DEFAULT_COVER_PACE));
    }

    private static String contact(String value) {
        if (!CONTACT.matcher(value).matches()) {
            throw new ConfigurationException("FOMO_MUSICBRAINZ_CONTACT is '" + value
                    + "', but must be a mail address or a URL, such as covers@example.org.");
        }
        return value;
    }
}
