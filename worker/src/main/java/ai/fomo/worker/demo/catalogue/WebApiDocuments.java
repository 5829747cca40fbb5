package ai.fomo.worker.demo.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The catalogue in the field names and types of the Spotify Web API. */
record WebApiDocuments(String address, CoverStyle covers) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VARIOUS_ARTISTS_ID = "0LyfQWJT6nXafLPZqxe9Of";
    private static final String VARIOUS_ARTISTS = "Various Artists";
    private static final int TRACKS = 10;

    ObjectNode search(List<OfferedArtist> found, String path, PageOf page) {
        return JSON.objectNode().set("artists", paging(found, path, page, this::artist));
    }

    ObjectNode albums(OfferedArtist artist, String path, PageOf page) {
        return paging(
                artist.albums(),
                path,
                page,
                album -> album.has(Flaw.NULL_ALBUM)
                        ? JSON.nullNode()
                        : album(album, artist).put("album_group", "album"));
    }

    /** Null for each that does not exist, as the API has it. */
    ObjectNode severalArtists(List<Optional<OfferedArtist>> artists) {
        ArrayNode all = JSON.arrayNode();
        artists.forEach(artist -> all.add(artist.map(this::artist).orElse(JSON.nullNode())));
        return JSON.objectNode().set("artists", all);
    }

    ObjectNode severalAlbums(List<JsonNode> albums) {
        ArrayNode all = JSON.arrayNode().addAll(albums);
        return JSON.objectNode().set("albums", all);
    }

    ObjectNode error(int status, String message) {
        ObjectNode error = JSON.objectNode().put("status", status).put("message", message);
        return JSON.objectNode().set("error", error);
    }

    /** The accounts service has a form of its own. */
    ObjectNode accountsError(String error, String description) {
        return JSON.objectNode().put("error", error).put("error_description", description);
    }

    ObjectNode token(String token, long seconds) {
        return JSON.objectNode()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", seconds);
    }

    JsonNode artist(OfferedArtist artist) {
        if (artist.has(Flaw.NULL_ARTIST)) {
            return JSON.nullNode();
        }
        ObjectNode entry = simplified(artist.artist());
        entry.set("followers", JSON.objectNode().put("href", (String) null).put("total", 0));
        if (artist.has(Flaw.NULL_GENRES)) {
            entry.putNull("genres");
        } else if (!artist.has(Flaw.MISSING_GENRES)) {
            ArrayNode labels = entry.putArray("genres");
            artist.labels().forEach(labels::add);
        }
        entry.putArray("images");
        return entry.put("popularity", 0);
    }

    /** With what an album says of itself when it is asked for by its id. */
    ObjectNode wholeAlbum(OfferedAlbum album, OfferedArtist artist) {
        ObjectNode entry = album(album, artist);
        String tracks = "/v1/albums/" + album.id() + "/tracks";
        PageOf none = new PageOf(50, 0, 0, Map.of());
        entry.set("tracks", paging(List.<OfferedAlbum>of(), tracks, none, track -> JSON.nullNode()));
        entry.putArray("copyrights");
        entry.putObject("external_ids");
        entry.putArray("genres");
        return entry.put("label", "Synthetic").put("popularity", 0);
    }

    /** The address of the widest image. */
    String imageUrl(OfferedAlbum album) {
        return imageUrl(album, covers.sizes(album.album()).get(0));
    }

    private <T> ObjectNode paging(List<T> all, String path, PageOf page, Function<T, JsonNode> entry) {
        int from = Math.min(page.offset(), all.size());
        int to = Math.min(from + page.limit(), all.size());
        ArrayNode items = JSON.arrayNode();
        all.subList(from, to).forEach(one -> items.add(entry.apply(one)));
        ObjectNode paging = JSON.objectNode()
                .put("href", address + path + page.query())
                .put("limit", page.limit())
                .put("offset", page.offset())
                .put("total", all.size());
        boolean more = to < all.size() && page.after().answered();
        paging.put("next", more ? address + path + page.after().query() : null);
        paging.put(
                "previous", page.offset() > 0 ? address + path + page.before().query() : null);
        return paging.set("items", items);
    }

    private ObjectNode simplified(SyntheticArtist artist) {
        return addressed("artist", artist.id()).put("name", artist.name());
    }

    private ObjectNode album(OfferedAlbum offered, OfferedArtist artist) {
        SyntheticAlbum album = offered.album();
        boolean compilation = offered.has(Flaw.COMPILATION);
        ObjectNode entry = addressed("album", offered.id())
                .put("name", album.name())
                .put("album_type", compilation ? "compilation" : "album")
                .put("total_tracks", TRACKS)
                .put("release_date", Integer.toString(album.releaseYear()))
                .put("release_date_precision", "year");
        entry.putArray("available_markets");
        entry.putArray("artists")
                .add(
                        compilation
                                ? addressed("artist", VARIOUS_ARTISTS_ID).put("name", VARIOUS_ARTISTS)
                                : simplified(artist.artist()));
        ArrayNode images = entry.putArray("images");
        if (!offered.has(Flaw.NO_IMAGES)) {
            covers.sizes(album).forEach(size -> images.add(image(offered, size)));
        }
        return entry;
    }

    private ObjectNode image(OfferedAlbum album, int size) {
        ObjectNode image = JSON.objectNode().put("url", imageUrl(album, size));
        if (album.has(Flaw.NULL_SIZES)) {
            image.putNull("height").putNull("width");
        } else if (!album.has(Flaw.MISSING_SIZES)) {
            image.put("height", size).put("width", size);
        }
        return image;
    }

    private String imageUrl(OfferedAlbum album, int size) {
        return address + "/image/" + album.imageId() + ".jpg?size=" + size;
    }

    private ObjectNode addressed(String type, String id) {
        ObjectNode entry = JSON.objectNode().put("id", id).put("type", type).put("uri", "spotify:" + type + ":" + id);
        entry.put("href", address + "/v1/" + type + "s/" + id);
        entry.set("external_urls", JSON.objectNode().put("spotify", address + "/" + type + "/" + id));
        return entry;
    }
}
