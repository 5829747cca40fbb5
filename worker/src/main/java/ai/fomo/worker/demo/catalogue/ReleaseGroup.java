package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An album as MusicBrainz knows it.
 *
 * @param tags with how many people gave them, in small letters
 */
record ReleaseGroup(
        String id,
        String releaseId,
        String artistId,
        String artistName,
        OfferedAlbum album,
        Map<String, Integer> tags) {
    private static final String VARIOUS_ARTISTS_ID = "89ad4ac3-39f7-470e-963a-56509c546377";

    ReleaseGroup {
        tags = new TreeMap<>(tags);
    }

    static ReleaseGroup of(OfferedAlbum album, OfferedArtist artist, Map<String, Integer> tags) {
        boolean compilation = album.has(Flaw.COMPILATION);
        return new ReleaseGroup(
                uuid("release-group", album.id()),
                uuid("release", album.id()),
                compilation
                        ? VARIOUS_ARTISTS_ID
                        : uuid("artist", artist.artist().id()),
                compilation ? "Various Artists" : artist.artist().name(),
                album,
                tags);
    }

    private static String uuid(String type, String id) {
        return UUID.nameUUIDFromBytes((type + ":" + id).getBytes(UTF_8)).toString();
    }
}
