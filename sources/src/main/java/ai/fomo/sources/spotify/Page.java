package ai.fomo.sources.spotify;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.sources.catalogue.Album;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of the Web API's answers that are read here; entries, lists and names are null or empty now and then. */
final class Page {
    private static final Comparator<ImageEntry> BY_WIDTH =
            Comparator.comparingInt(image -> Objects.requireNonNullElse(image.width(), 0));

    private Page() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Search(@Nullable Of<ArtistEntry> artists) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Of<T>(
            @Nullable List<@Nullable T> items, @Nullable String next, int total) {
        List<T> present() {
            return Page.present(items);
        }

        /** Not even of null entries. */
        boolean isEmpty() {
            return items == null || items.isEmpty();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ArtistEntry(
            @JsonProperty(required = true) String id,
            @Nullable String name,
            @Nullable List<@Nullable String> genres) {
        Artist artist() {
            List<String> said = Page.present(genres).stream()
                    .filter(genre -> !genre.isBlank())
                    .distinct()
                    .toList();
            return new Artist(id, text(name), said);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlbumEntry(
            @JsonProperty(required = true) String id,
            @Nullable String name,
            @Nullable List<@Nullable ImageEntry> images,
            @Nullable List<@Nullable CreditEntry> artists) {
        /** Empty where it has no image. */
        Optional<Album> album(String listedFor) {
            CreditEntry primary = Page.present(artists).stream()
                    .filter(credit -> !text(credit.id()).isBlank())
                    .findFirst()
                    .orElseGet(() -> new CreditEntry(listedFor, null));
            return widest().map(image -> new Album(
                    id,
                    text(name),
                    text(primary.id()),
                    text(primary.name()),
                    List.of(),
                    text(image.url()),
                    image.width()));
        }

        /** The first of the widest: the API lists them widest first, and says no width now and then. */
        private Optional<ImageEntry> widest() {
            return Page.present(images).stream()
                    .filter(image -> !text(image.url()).isBlank())
                    .reduce((a, b) -> BY_WIDTH.compare(b, a) > 0 ? b : a);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CreditEntry(@Nullable String id, @Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ImageEntry(@Nullable String url, @Nullable Integer width) {}

    private static <T> List<T> present(@Nullable List<@Nullable T> entries) {
        return entries == null
                ? List.of()
                : entries.stream().filter(Objects::nonNull).map(Page::<T>known).toList();
    }

    private static <T> T known(@Nullable T entry) {
        return Objects.requireNonNull(entry);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
