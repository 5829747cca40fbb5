package ai.fomo.sources.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.AlbumPage;
import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.sources.catalogue.SourceRefusedException;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Albums by genre from the Spotify Web API. Its {@code genre:} filter finds artists, not albums, so a page is some artists
 * of the genre with all their own albums and singles. A cursor is the offset of the search.
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
    public AlbumPage page(String genre, @Nullable String cursor) {
        int offset = offset(cursor);
        Page.Of<ArtistEntry> found = search(genre, offset);
        List<Album> albums = new ArrayList<>();
        int withoutImage = 0;
        for (ArtistEntry artist : found.present()) {
            List<SourceLabel> labels = labels(artist, genre);
            for (AlbumEntry entry : albums(artist)) {
                Optional<Album> album = album(entry, artist, labels);
                album.ifPresent(albums::add);
                withoutImage += album.isPresent() ? 0 : 1;
            }
        }
        int next = offset + configuration.pageSize();
        boolean last = found.next() == null || next > LAST_OFFSET;
        return new AlbumPage(albums, withoutImage, last ? null : Integer.toString(next));
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

    private Page.Of<ArtistEntry> search(String genre, int offset) {
        String query = URLEncoder.encode("genre:\"" + genre.replace("\"", "") + "\"", UTF_8);
        String path = "/v1/search?type=artist&q=" + query + "&limit=" + configuration.pageSize() + "&offset=" + offset;
        Page.Of<ArtistEntry> artists = api.get(path, new TypeReference<Page.Search>() {})
                .orElseThrow(() -> new SourceRefusedException(
                        configuration.api() + " has no search of the Web API; check the address"))
                .artists();
        return artists == null ? new Page.Of<>(List.of(), null) : artists;
    }

    /** All albums of an artist; none where the artist is gone since the search. */
    private List<AlbumEntry> albums(ArtistEntry artist) {
        List<AlbumEntry> albums = new ArrayList<>();
        boolean more = true;
        for (int offset = 0; more && offset <= LAST_OFFSET; offset += configuration.pageSize()) {
            String path = "/v1/artists/" + URLEncoder.encode(artist.id(), UTF_8)
                    + "/albums?include_groups=album,single&limit=" + configuration.pageSize() + "&offset=" + offset;
            Optional<Page.Of<AlbumEntry>> page = api.get(path, new TypeReference<>() {});
            page.ifPresent(found -> albums.addAll(found.present()));
            more = page.isPresent() && page.get().next() != null;
        }
        return albums;
    }

    private static Optional<Album> album(AlbumEntry entry, ArtistEntry foundBy, List<SourceLabel> labels) {
        ArtistEntry primary = Page.present(entry.artists()).stream().findFirst().orElse(foundBy);
        return widest(entry)
                .map(image -> new Album(
                        entry.id(),
                        text(entry.name()),
                        primary.id(),
                        text(primary.name()),
                        labels,
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

    private static List<SourceLabel> labels(ArtistEntry artist, String searched) {
        List<SourceLabel> labels = Page.present(artist.genres()).stream()
                .filter(genre -> !genre.isBlank())
                .distinct()
                .map(genre -> new SourceLabel(genre, LabelKind.ARTIST))
                .toList();
        return labels.isEmpty() ? List.of(new SourceLabel(searched, LabelKind.QUERY)) : labels;
    }

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
