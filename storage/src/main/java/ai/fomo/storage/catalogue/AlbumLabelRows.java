package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.AlbumLabels;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.storage.TextArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What the rows of an album, of those that have its cover and of their artists say that its cover shows. */
final class AlbumLabelRows {
    private final Handle handle;
    private final String source;

    AlbumLabelRows(Handle handle, String source) {
        this.handle = handle;
        this.source = source;
    }

    /** The labels of each album that has a cover of its own. */
    Map<String, List<SourceLabel>> of(Collection<String> albums) {
        Map<String, Said> said = new HashMap<>();
        handle.createQuery("""
                        select coalesce(m.duplicate_of, m.external_id) as root, m.tags, m.queries, a.genres
                        from album m
                        left join artist a on a.source = m.source and a.external_id = m.artist
                        where m.source = :source and (m.external_id = any(:albums) or m.duplicate_of = any(:albums))
                        order by m.number""")
                .bind("source", source)
                .bindArray("albums", String.class, List.copyOf(albums))
                .map((row, context) -> add(row, said))
                .list();
        return labels(said);
    }

    /**
     * The albums behind {@code after} that the genre's search found and whose cover is still to be fetched, first found first.
     * Each row is read and its labels with it: how many are stored, or wait for other genres, makes no difference.
     */
    PendingPage pending(String genre, long after, int most) {
        Map<String, Said> said = new LinkedHashMap<>();
        long[] last = {after};
        handle.createQuery("""
                        select p.external_id as root, p.number, m.tags, m.queries, a.genres
                        from (
                          select external_id, number, tags, queries, artist
                          from album
                          where source = :source and pending and number > :after and :genre = any(queries)
                          order by number
                          limit :most) p
                        cross join lateral (
                          select p.tags, p.queries, p.artist
                          union all
                          select tags, queries, artist
                          from album
                          where source = :source and duplicate_of = p.external_id) m
                        left join artist a on a.source = :source and a.external_id = m.artist
                        order by p.number""")
                .bind("source", source)
                .bind("genre", genre)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> {
                    last[0] = row.getLong("number");
                    return add(row, said);
                })
                .list();
        return new PendingPage(labels(said), last[0]);
    }

    /** Adds labels to those of the covers that are there. */
    void addToCovers(Collection<String> albums) {
        List<String> covers = albums.isEmpty()
                ? List.of()
                : handle.createQuery(
                                "select external_id from cover where source = :source and external_id = any(:albums)")
                        .bind("source", source)
                        .bindArray("albums", String.class, List.copyOf(albums))
                        .mapTo(String.class)
                        .list();
        if (covers.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(CoverStore.INSERT_LABEL);
        of(covers).forEach((cover, labels) -> CoverStore.addLabels(batch, source, cover, labels));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static Said add(ResultSet row, Map<String, Said> said) throws SQLException {
        Said of = said.computeIfAbsent(row.getString("root"), root -> new Said());
        of.tags.addAll(AlbumTag.read(row.getString("tags")));
        of.queries.addAll(TextArrays.read(row, "queries"));
        List<String> genres = TextArrays.readNullable(row, "genres");
        if (genres != null) {
            of.genres.addAll(genres);
        }
        return of;
    }

    private static Map<String, List<SourceLabel>> labels(Map<String, Said> said) {
        Map<String, List<SourceLabel>> labels = new LinkedHashMap<>();
        said.forEach((album, of) ->
                labels.put(album, AlbumLabels.of(AlbumTag.union(List.of(), of.tags), of.genres, of.queries)));
        return labels;
    }

    /**
     * @param labels by album, first found first
     * @param last where the next page goes on
     */
    record PendingPage(Map<String, List<SourceLabel>> labels, long last) {}

    private static final class Said {
        private final List<SourceLabel> tags = new ArrayList<>();
        private final Set<String> genres = new LinkedHashSet<>();
        private final Set<String> queries = new LinkedHashSet<>();
    }
}
