package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a tag of an album lies in its row. */
record AlbumTag(String text, @Nullable Integer count) {
    private static final TypeReference<List<AlbumTag>> TAGS = new TypeReference<>() {};
    private static final String NONE = "[]";

    static List<SourceLabel> read(String json) {
        // Of some sources no album has any, and they are read by the thousand.
        if (json.equals(NONE)) {
            return List.of();
        }
        return Json.read(json, TAGS).stream()
                .map(tag -> new SourceLabel(tag.text, LabelKind.TAG, tag.count))
                .toList();
    }

    static String write(List<SourceLabel> tags) {
        return Json.write(
                tags.stream().map(tag -> new AlbumTag(tag.text(), tag.count())).toList());
    }

    /** Of the same text once, as it was first given. */
    static List<SourceLabel> union(List<SourceLabel> before, List<SourceLabel> more) {
        Map<String, SourceLabel> byText = new LinkedHashMap<>();
        before.forEach(tag -> byText.putIfAbsent(tag.text(), tag));
        more.forEach(tag -> byText.putIfAbsent(tag.text(), tag));
        return List.copyOf(byText.values());
    }
}
