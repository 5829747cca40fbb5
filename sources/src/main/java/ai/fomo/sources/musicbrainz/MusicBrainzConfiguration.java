package ai.fomo.sources.musicbrainz;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.http.ServerAddress;
import java.net.URI;
import java.time.Duration;

/**
 * @param api base address of the web service, without {@code /ws/2}
 * @param coverArt base address of the Cover Art Archive
 * @param userAgent who asks, as MusicBrainz wants it: application, version, and how to reach its operator
 * @param pace of requests to the web service
 * @param coverPace of requests to the Cover Art Archive
 * @param timeout of one request, answer included
 * @param maxImageBytes larger images are refused before they are read whole
 */
public record MusicBrainzConfiguration(
        URI api, URI coverArt, String userAgent, Pace pace, Pace coverPace, Duration timeout, int maxImageBytes) {
    /** What MusicBrainz asks of everybody who has no mirror of their own. */
    public static final Pace DEFAULT_PACE = new Pace(1, Duration.ofSeconds(1));
    /** The Cover Art Archive sets no limit; this is what a considerate visitor does. */
    public static final Pace DEFAULT_COVER_PACE = new Pace(4, Duration.ofSeconds(1));

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_IMAGE_BYTES = 20 * 1024 * 1024;

    public MusicBrainzConfiguration {
        api = ServerAddress.base(api);
        coverArt = ServerAddress.base(coverArt);
        if (userAgent.isBlank()) {
            throw new IllegalArgumentException("MusicBrainz wants to know who asks");
        }
        if (maxImageBytes < 1) {
            throw new IllegalArgumentException("an image has at least one byte, was " + maxImageBytes);
        }
    }

    /** @param contact of the operator: a mail address or a URL */
    public static MusicBrainzConfiguration of(URI api, URI coverArt, String version, String contact) {
        return new MusicBrainzConfiguration(
                api,
                coverArt,
                "Fomo/" + version + " ( " + contact + " )",
                DEFAULT_PACE,
                DEFAULT_COVER_PACE,
                TIMEOUT,
                MAX_IMAGE_BYTES);
    }

    public MusicBrainzConfiguration with(Pace otherPace, Pace otherCoverPace) {
        return new MusicBrainzConfiguration(
                api, coverArt, userAgent, otherPace, otherCoverPace, timeout, maxImageBytes);
    }
}
