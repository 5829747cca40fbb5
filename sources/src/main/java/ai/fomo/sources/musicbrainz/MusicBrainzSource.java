package ai.fomo.sources.musicbrainz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.Step;
import ai.fomo.sources.http.ImageDownload;
import ai.fomo.sources.http.JsonAnswers;
import ai.fomo.sources.http.RateLimits;
import ai.fomo.sources.http.Transport;
import ai.fomo.sources.musicbrainz.ReleaseGroups.Group;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Release groups by tag from MusicBrainz, and their front covers from the Cover Art Archive. A search finds albums at once, each
 * with what people call it and how many of them; whether there is a cover shows when it is asked for. A cursor is an offset.
 */
public final class MusicBrainzSource implements CoverSource {
    private static final int PAGE = 100;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    /** MusicBrainz answers whoever is too fast with a bare 503; a second later the next request is welcome. */
    private static final RateLimits API_LIMITS = new RateLimits(Duration.ofSeconds(2), true);
    /** Behind the archive are many hosts: a bare 503 of one says nothing about the others. */
    private static final RateLimits COVER_LIMITS = new RateLimits(Duration.ofSeconds(2), false);

    private final MusicBrainzConfiguration configuration;
    private final JsonAnswers server;
    private final ImageDownload images;

    public MusicBrainzSource(MusicBrainzConfiguration configuration) {
        this(configuration, InstantSource.system());
    }

    MusicBrainzSource(MusicBrainzConfiguration configuration, InstantSource clock) {
        this.configuration = configuration;
        this.server = new JsonAnswers(new Transport(configuration.timeout(), API_LIMITS, clock));
        this.images = new ImageDownload(
                new Transport(configuration.timeout(), COVER_LIMITS, clock),
                configuration.maxImageBytes(),
                configuration.userAgent());
    }

    /** MusicBrainz knows no credentials: who says who they are is in. */
    @Override
    public void signIn() {}

    @Override
    public Listing list(String genre, Step step) {
        if (step instanceof Step.AlbumsOf) {
            throw new IllegalArgumentException("MusicBrainz lists albums by tag, not by artist");
        }
        int offset = offset(step.cursor());
        ReleaseGroups found = search(genre, offset);
        List<Group> groups = found.present();
        List<Artist> artists = groups.stream()
                .flatMap(group -> group.artists().stream())
                .distinct()
                .toList();
        int next = offset + found.size();
        return new Listing(
                artists,
                groups.stream().map(this::album).toList(),
                0,
                false,
                found.count(),
                found.size() == 0 || next >= found.count() ? null : Integer.toString(next));
    }

    @Override
    public byte[] image(String url) {
        return images.fetch(url);
    }

    @Override
    public Pace pace() {
        return configuration.pace();
    }

    @Override
    public Optional<Pace> imagePace() {
        return Optional.of(configuration.coverPace());
    }

    private ReleaseGroups search(String tag, int offset) {
        URI address = URI.create(configuration.api() + "/ws/2/release-group?query="
                + URLEncoder.encode(TagQuery.of(tag), UTF_8) + "&fmt=json&limit=" + PAGE + "&offset=" + offset);
        HttpResponse<byte[]> response = server.send(HttpRequest.newBuilder(address)
                .header("User-Agent", configuration.userAgent())
                .header("Accept", "application/json")
                .build());
        if (response.statusCode() != OK) {
            throw new SourceRefusedException(refusal(Transport.place(address), response.statusCode()));
        }
        return server.read(response, new TypeReference<>() {});
    }

    private static String refusal(String place, int status) {
        return switch (status) {
            case BAD_REQUEST ->
                place + " does not understand the search (status 400): report it with the genre asked for";
            case FORBIDDEN ->
                place
                        + " is forbidden to this worker: check that FOMO_MUSICBRAINZ_CONTACT says how to reach its operator";
            default -> place + " refuses the request with status " + status + ": check FOMO_MUSICBRAINZ_API";
        };
    }

    /** 500 pixels are enough for every encoder, and the archive keeps images of that size ready. */
    private Album album(Group group) {
        Artist primary = group.primary();
        return new Album(
                group.id(),
                group.title() == null ? "" : group.title(),
                primary.id(),
                primary.name(),
                group.labels(),
                configuration.coverArt() + "/release-group/" + URLEncoder.encode(group.id(), UTF_8) + "/front-500",
                null);
    }

    private static int offset(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("'" + cursor + "' is not a cursor of this source");
        }
        return Integer.parseInt(cursor);
    }
}
