package ai.fomo.domain.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Which labels a cover gets: the album's own tags and its artist's genres, and what was searched for only where both lack. */
public final class AlbumLabels {
    private AlbumLabels() {}

    /**
     * @param tags of the album itself
     * @param genres of its artist
     * @param queries genres whose search found it
     */
    public static List<SourceLabel> of(
            Collection<SourceLabel> tags, Collection<String> genres, Collection<String> queries) {
        List<SourceLabel> said = Stream.concat(
                        tags.stream(),
                        genres.stream().distinct().map(genre -> new SourceLabel(genre, LabelKind.ARTIST)))
                .toList();
        if (!said.isEmpty()) {
            return said;
        }
        return queries.stream()
                .distinct()
                .map(query -> new SourceLabel(query, LabelKind.QUERY))
                .toList();
    }
}
