package ai.fomo.sources.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.Step;
import ai.fomo.sources.spotify.Page.AlbumEntry;
import ai.fomo.sources.spotify.Page.ArtistEntry;
import ai.fomo.sources.spotify.Page.ImageEntry;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Albums by genre from the Spotify Web API. Its {@code genre:} filter finds artists, not albums, so a listing is some artists
 * or the albums and singles of one of them. A cursor is an offset.
 */
public final class SpotifySource implements CoverSource {
    /** The API answers no search beyond it, however many results there are. */
    private static final int LAST_OFFSET = 1_000;

    private static final int OK = 200;

    private final SpotifyConfiguration configuration;
    private final WebApi api;
    private final Transport images;

    public SpotifySource(SpotifyConfiguration configuration) {
        this(configuration, InstantSource.system());
    }

    SpotifySource(SpotifyConfiguration configuration, InstantSource clock) {
        this.configuration = configuration;
        ObjectMapper mapper = new ObjectMapper();
        // A redirect would take the token to wherever it points.
        Transport transport = new Transport(HttpClient.Redirect.NEVER, configuration.timeout());
        ClientCredentials credentials = new ClientCredentials(configuration, transport, mapper, clock);
        this.api = new WebApi(configuration.api(), transport, credentials, mapper);
        this.images = new Transport(HttpClient.Redirect.NORMAL, configuration.timeout());
    }

    @Override
    public void signIn() {
        api.signIn();
    }

    @Override
    public Listing list(String genre, Step step) {
        if (step instanceof Step.AlbumsOf albums) {
            return albumsOf(albums);
        }
        return search(genre, offset(step.cursor()));
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
        HttpResponse<byte[]> response;
        try {
            response = images.send(HttpRequest.newBuilder(URI.create(url)).build(), configuration.maxImageBytes());
        } catch (BodyTooLargeException | IllegalArgumentException e) {
            throw new CoverRefusedException("the image cannot be taken: " + e.getMessage());
        }
        if (response.statusCode() != OK) {
            throw new CoverRefusedException(
                    Transport.place(response.uri()) + " answered with status " + response.statusCode());
        }
        return response.body();
    }

    private Listing search(String genre, int offset) {
        String query = URLEncoder.encode("genre:\"" + genre.replace("\"", "") + "\"", UTF_8);
        String path = "/v1/search?type=artist&q=" + query + "&limit=" + configuration.pageSize() + "&offset=" + offset;
        Page.Of<ArtistEntry> found = api.get(path, new TypeReference<Page.Search>() {})
                .orElseThrow(() -> new SourceRefusedException(
                        configuration.api() + " has no search of the Web API; check the address"))
                .artists();
        if (found == null) {
            return new Listing(List.of(), List.of(), 0, true, 0, null);
        }
        List<Artist> artists =
                found.present().stream().map(SpotifySource::artist).toList();
        return new Listing(artists, List.of(), 0, true, found.total(), next(offset, found));
    }

    /** Nothing where the artist is gone since the search. */
    private Listing albumsOf(Step.AlbumsOf step) {
        int offset = offset(step.cursor());
        String path = "/v1/artists/" + URLEncoder.encode(step.artistId(), UTF_8)
                + "/albums?include_groups=album,single&limit=" + configuration.pageSize() + "&offset=" + offset;
        Optional<Page.Of<AlbumEntry>> found = api.get(path, new TypeReference<>() {});
        if (found.isEmpty()) {
            return new Listing(List.of(), List.of(), 0, false, 0, null);
        }
        List<AlbumEntry> entries = found.get().present();
        List<Album> albums = entries.stream()
                .flatMap(entry -> album(entry, step.artistId()).stream())
                .toList();
        return new Listing(
                List.of(),
                albums,
                entries.size() - albums.size(),
                false,
                found.get().total(),
                next(offset, found.get()));
    }

    private @Nullable String next(int offset, Page.Of<?> page) {
        int next = offset + configuration.pageSize();
        return page.next() == null || next > LAST_OFFSET ? null : Integer.toString(next);
    }

    private static Artist artist(ArtistEntry entry) {
        List<String> genres = Page.present(entry.genres()).stream()
                .filter(genre -> !genre.isBlank())
                .distinct()
                .toList();
        return new Artist(entry.id(), text(entry.name()), genres);
    }

    private static Optional<Album> album(AlbumEntry entry, String listedFor) {
        ArtistEntry primary = Page.present(entry.artists()).stream()
                .findFirst()
                .orElseGet(() -> new ArtistEntry(listedFor, null, null));
        return widest(entry)
                .map(image -> new Album(
                        entry.id(),
                        text(entry.name()),
                        primary.id(),
                        text(primary.name()),
                        List.of(),
                        text(image.url()),
                        image.width()));
    }

    /** The first of the widest: the API lists them widest first, and says no width now and then. */
    private static Optional<ImageEntry> widest(AlbumEntry entry) {
        return Page.present(entry.images()).stream()
                .filter(image -> !text(image.url()).isBlank())
                .reduce((a, b) -> BY_WIDTH.compare(b, a) > 0 ? b : a);
    }

    private static final Comparator<ImageEntry> BY_WIDTH = Comparator.comparingInt(image -> {
        Integer width = image.width();
        return width == null ? 0 : width;
    });

    private static int offset(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("\\d{1,4}") || Integer.parseInt(cursor) > LAST_OFFSET) {
            throw new IllegalArgumentException("'" + cursor + "' is not a cursor of this source");
        }
        return Integer.parseInt(cursor);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
