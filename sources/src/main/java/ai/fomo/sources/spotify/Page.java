package ai.fomo.sources.spotify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of the Web API's answers that are read here; entries and lists are null now and then. */
final class Page {
    private Page() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Search(@Nullable Of<ArtistEntry> artists) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Of<T>(
            @Nullable List<@Nullable T> items, @Nullable String next, int total) {
        List<T> present() {
            return Page.present(items);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ArtistEntry(
            @JsonProperty(required = true) String id,
            @Nullable String name,
            @Nullable List<@Nullable String> genres) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlbumEntry(
            @JsonProperty(required = true) String id,
            @Nullable String name,
            @Nullable List<@Nullable ImageEntry> images,
            @Nullable List<@Nullable ArtistEntry> artists) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ImageEntry(@Nullable String url, @Nullable Integer width) {}

    static <T> List<T> present(@Nullable List<@Nullable T> entries) {
        return entries == null
                ? List.of()
                : entries.stream().filter(Objects::nonNull).map(Page::<T>known).toList();
    }

    private static <T> T known(@Nullable T entry) {
        return Objects.requireNonNull(entry);
    }
}
