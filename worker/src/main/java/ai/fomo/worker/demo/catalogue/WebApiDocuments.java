package ai.fomo.worker.demo.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** The catalogue in the field names and types of the Spotify Web API. */
record WebApiDocuments(String address) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<Integer> IMAGE_SIZES = List.of(640, 300, 64);

    ObjectNode search(List<SyntheticArtist> found, String path, PageOf page) {
        return JSON.objectNode().set("artists", paging(found, path, page, this::artist));
    }

    ObjectNode albums(SyntheticArtist artist, String path, PageOf page) {
        return paging(artist.albums(), path, page, album -> album(album, artist));
    }

    ObjectNode error(int status, String message) {
        ObjectNode error = JSON.objectNode().put("status", status).put("message", message);
        return JSON.objectNode().set("error", error);
    }

    ObjectNode token(String token, long seconds) {
        return JSON.objectNode()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", seconds);
    }

    private <T> ObjectNode paging(List<T> all, String path, PageOf page, Function<T, ObjectNode> entry) {
        int from = Math.min(page.offset(), all.size());
        int to = Math.min(from + page.limit(), all.size());
        ArrayNode items = JSON.arrayNode();
        all.subList(from, to).forEach(one -> items.add(entry.apply(one)));
        ObjectNode paging = JSON.objectNode()
                .put("href", address + path + page.query())
                .put("limit", page.limit())
                .put("offset", page.offset())
                .put("total", all.size());
        paging.put("next", to < all.size() ? address + path + page.after().query() : null);
        paging.put(
                "previous", page.offset() > 0 ? address + path + page.before().query() : null);
        return paging.set("items", items);
    }

    private ObjectNode artist(SyntheticArtist artist) {
        ObjectNode entry = simplified(artist);
        entry.set("followers", JSON.objectNode().put("href", (String) null).put("total", 0));
        ArrayNode labels = entry.putArray("genres");
        artist.labels().forEach(labels::add);
        entry.putArray("images");
        return entry.put("popularity", 0);
    }

    private ObjectNode simplified(SyntheticArtist artist) {
        return addressed(JSON.objectNode(), "artist", artist.id()).put("name", artist.name());
    }

    private ObjectNode album(SyntheticAlbum album, SyntheticArtist artist) {
        ObjectNode entry = addressed(JSON.objectNode(), "album", album.id())
                .put("name", album.name())
                .put("album_type", "album")
                .put("album_group", "album")
                .put("total_tracks", 10)
                .put("release_date", Integer.toString(album.releaseYear()))
                .put("release_date_precision", "year");
        entry.putArray("available_markets");
        entry.putArray("artists").add(simplified(artist));
        ArrayNode images = entry.putArray("images");
        for (int size : IMAGE_SIZES) {
            if (size <= album.widest()) {
                images.addObject()
                        .put("url", address + "/image/" + album.id() + ".jpg?size=" + size)
                        .put("height", size)
                        .put("width", size);
            }
        }
        return entry;
    }

    private ObjectNode addressed(ObjectNode entry, String type, String id) {
        entry.put("id", id).put("type", type).put("uri", "spotify:" + type + ":" + id);
        entry.put("href", address + "/v1/" + type + "s/" + id);
        entry.set("external_urls", JSON.objectNode().put("spotify", address + "/" + type + "/" + id));
        return entry;
    }
}
