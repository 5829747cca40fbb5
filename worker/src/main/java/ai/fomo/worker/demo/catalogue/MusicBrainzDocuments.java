package ai.fomo.worker.demo.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The catalogue in the field names and types of MusicBrainz' web service. */
record MusicBrainzDocuments(InstantSource clock) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ALBUM = "f529b476-6e62-324f-b0aa-1f3e33d313fc";
    private static final String COMPILATION = "dd2a21e1-0c00-3729-a7a0-de60b84eb5d1";
    private static final String OFFICIAL = "4e304316-386d-3409-af2e-78857eec5cfe";
    private static final int BEST_SCORE = 100;

    ObjectNode search(int count, int offset, List<ReleaseGroup> part) {
        ObjectNode document = JSON.objectNode()
                .put("created", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("count", count)
                .put("offset", offset);
        ArrayNode groups = document.putArray("release-groups");
        part.forEach(group -> groups.add(releaseGroup(group)));
        return document;
    }

    /** Of the servers in front of the web service. */
    ObjectNode error(String sentence) {
        return JSON.objectNode().put("error", sentence);
    }

    /** Of the web service itself. */
    ObjectNode wrongRequest(String sentence) {
        return error(sentence).put("help", "For usage, please see: https://musicbrainz.org/development/mmd");
    }

    private static ObjectNode releaseGroup(ReleaseGroup group) {
        ObjectNode entry = JSON.objectNode()
                .put("id", group.id())
                .put("type-id", ALBUM)
                .put("score", BEST_SCORE)
                .put("primary-type-id", ALBUM)
                .put("count", 1)
                .put("title", group.album().album().name())
                .put(
                        "first-release-date",
                        Integer.toString(group.album().album().releaseYear()))
                .put("primary-type", "Album");
        if (group.album().has(Flaw.COMPILATION)) {
            entry.putArray("secondary-types").add("Compilation");
            entry.putArray("secondary-type-ids").add(COMPILATION);
        }
        ObjectNode artist = JSON.objectNode()
                .put("id", group.artistId())
                .put("name", group.artistName())
                .put("sort-name", group.artistName());
        entry.putArray("artist-credit")
                .add(JSON.objectNode().put("name", group.artistName()).<ObjectNode>set("artist", artist));
        entry.putArray("releases")
                .addObject()
                .put("id", group.releaseId())
                .put("status-id", OFFICIAL)
                .put("title", group.album().album().name())
                .put("status", "Official");
        if (!group.tags().isEmpty()) {
            ArrayNode tags = entry.putArray("tags");
            group.tags()
                    .forEach((name, count) ->
                            tags.addObject().put("count", count).put("name", name));
        }
        return entry;
    }
}
