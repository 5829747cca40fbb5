package ai.fomo.sources.spotify;

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
import ai.fomo.sources.spotify.Page.AlbumEntry;
import ai.fomo.sources.spotify.Page.ArtistEntry;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Albums by genre from the Spotify Web API. Its {@code genre:} filter finds artists, not albums, so a listing is some artists
 * or the albums and singles of one of them. A cursor is an offset.
 */
public final class SpotifySource implements CoverSource {
    /** The API answers no search beyond it, in either mode, however many results there are. */
    private static final int LAST_SEARCH_OFFSET = 1_000;

    private static final int LAST_OFFSET = 999_999;

    private final SpotifyConfiguration configuration;
    private final WebApi api;
    private final ImageDownload images;

    public SpotifySource(SpotifyConfiguration configuration) {
        this(configuration, InstantSource.system());
    }

    /** @param clock tells when a token has to be renewed */
    public SpotifySource(SpotifyConfiguration configuration, InstantSource clock) {
        this.configuration = configuration;
        // After the window over which Spotify counts, no request is held against us.
        RateLimits limits = new RateLimits(SpotifyConfiguration.DEFAULT_PACE.window(), false);
        Transport transport = new Transport(configuration.timeout(), limits, clock);
        JsonAnswers server = new JsonAnswers(transport);
        this.api = new WebApi(
                configuration.api(), configuration.mode(), server, new ClientCredentials(configuration, server, clock));
        this.images = new ImageDownload(transport, configuration.maxImageBytes(), null);
    }

    @Override
    public void signIn() {
        api.signIn();
    }

    @Override
    public Listing list(String genre, Step step) {
        if (step instanceof Step.AlbumsOf albums) {
            return albumsOf(albums.artistId(), offset(albums.cursor(), LAST_OFFSET));
        }
        return search(genre, offset(step.cursor(), LAST_SEARCH_OFFSET));
    }

    @Override
    public Pace pace() {
        return configuration.pace();
    }

    @Override
    public Optional<Pace> imagePace() {
        return Optional.empty();
    }

    @Override
    public byte[] image(String url) {
        return images.fetch(url);
    }

    private Listing search(String genre, int offset) {
        String query = URLEncoder.encode("genre:\"" + genre.replace("\"", "") + "\"", UTF_8);
        Page.Of<ArtistEntry> found = api.get(
                        "/v1/search?type=artist&q=" + query + part(offset), new TypeReference<Page.Search>() {})
                .orElseThrow(() -> new SourceRefusedException(
                        configuration.api() + " has no search of the Web API: check FOMO_SPOTIFY_API; "
                                + configuration.mode().remedy()))
                .artists();
        if (found == null) {
            return new Listing(List.of(), List.of(), 0, true, 0, null);
        }
        List<Artist> artists = found.present().stream().map(ArtistEntry::artist).toList();
        int next = offset + configuration.mode().pageSize();
        return new Listing(
                artists, List.of(), 0, true, found.total(), next > LAST_SEARCH_OFFSET ? null : cursor(next, found));
    }

    /** Nothing where the artist is gone since the search. */
    private Listing albumsOf(String artist, int offset) {
        Optional<Page.Of<AlbumEntry>> answer = api.get(
                "/v1/artists/" + URLEncoder.encode(artist, UTF_8) + "/albums?include_groups=album,single"
                        + part(offset),
                new TypeReference<>() {});
        if (answer.isEmpty()) {
            return new Listing(List.of(), List.of(), 0, false, 0, null);
        }
        Page.Of<AlbumEntry> found = answer.get();
        List<AlbumEntry> entries = found.present();
        List<Album> albums =
                entries.stream().flatMap(entry -> entry.album(artist).stream()).toList();
        // A part without any entry ends the list, whatever it says of the next: no offset bounds this one.
        @Nullable
        String next =
                found.isEmpty() ? null : cursor(offset + configuration.mode().pageSize(), found);
        return new Listing(List.of(), albums, entries.size() - albums.size(), false, found.total(), next);
    }

    private String part(int offset) {
        return "&limit=" + configuration.mode().pageSize() + "&offset=" + offset;
    }

    private static @Nullable String cursor(int next, Page.Of<?> page) {
        return page.next() == null ? null : Integer.toString(next);
    }

    private static int offset(@Nullable String cursor, int last) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("\\d{1,6}") || Integer.parseInt(cursor) > last) {
            throw new IllegalArgumentException("'" + cursor + "' is not a cursor of this source");
        }
        return Integer.parseInt(cursor);
    }
}
