package ai.fomo.sources.musicbrainz;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of an answer to a search for release groups that are read here; what is optional is left out of answers. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReleaseGroups(
        int count, @JsonProperty("release-groups") @Nullable List<@Nullable Group> groups) {
    private static final String VARIOUS_ARTISTS = "89ad4ac3-39f7-470e-963a-56509c546377";

    List<Group> present() {
        return ReleaseGroups.<Group>present(groups).toList();
    }

    /** How far the answer reaches, entries that are passed over included. */
    int size() {
        return groups == null ? 0 : groups.size();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Group(
            @JsonProperty(required = true) String id,
            @Nullable String title,
            @JsonProperty("artist-credit") @Nullable List<@Nullable Credit> credits,
            @Nullable List<@Nullable Tag> tags) {
        /** By their own names, since a credit may be spelt as the cover has it; everybody at once is nobody. */
        List<Artist> artists() {
            return credited().filter(artist -> !isEverybody(artist.id())).toList();
        }

        /** The first one credited; the album's own id without a name where nobody is. */
        Artist primary() {
            return credited()
                    .findFirst()
                    .map(artist ->
                            isEverybody(artist.id()) ? new Artist(artist.id(), "Various Artists", List.of()) : artist)
                    .orElseGet(() -> new Artist(id, "", List.of()));
        }

        /** A tag with as many votes against it as for it says nothing. */
        List<SourceLabel> labels() {
            return ReleaseGroups.<Tag>present(tags)
                    .filter(tag -> tag.count() > 0 && !text(tag.name()).isBlank())
                    .map(tag -> new SourceLabel(text(tag.name()), LabelKind.TAG, tag.count()))
                    .toList();
        }

        private Stream<Artist> credited() {
            return ReleaseGroups.<Credit>present(credits).flatMap(Credit::artists);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Credit(@Nullable String name, @Nullable Person artist) {
        Stream<Artist> artists() {
            Person known = artist;
            if (known == null || text(known.id()).isBlank()) {
                return Stream.empty();
            }
            String called = text(known.name()).isBlank() ? text(name) : text(known.name());
            return Stream.of(new Artist(text(known.id()), called, List.of()));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(@Nullable String id, @Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tag(int count, @Nullable String name) {}

    private static boolean isEverybody(String artist) {
        return artist.equals(VARIOUS_ARTISTS);
    }

    private static <T> Stream<T> present(@Nullable List<@Nullable T> entries) {
        return entries == null
                ? Stream.empty()
                : entries.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
