package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.storage.TextArrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of albums in a transaction that has locked their source. What is known of an album only ever grows. */
final class AlbumRows {
    private final Handle handle;
    private final String source;

    AlbumRows(Handle handle, String source) {
        this.handle = handle;
        this.source = source;
    }

    /**
     * @param artist whose albums were listed; null where a search found them
     * @param queries genres whose search found them or the artist
     */
    Added add(List<ListedAlbum> albums, @Nullable String artist, List<String> queries) {
        Map<String, ListedAlbum> byId = new LinkedHashMap<>();
        albums.forEach(album -> byId.putIfAbsent(album.id(), album));
        Map<String, Known> known = known(byId.keySet());
        Map<String, String> owners = owners(byId.values());
        Set<String> settled = settled(byId.keySet());
        PreparedBatch batch = handle.prepareBatch("""
                insert into album (source, external_id, name, item_group, artist, tags, queries, image_url,
                                   duplicate_of, pending)
                values (:source, :id, :name, :group, :artist, cast(:tags as jsonb), :queries, :imageUrl,
                        :duplicateOf, :pending)
                on conflict (source, external_id) do update
                set name = excluded.name, tags = excluded.tags, queries = excluded.queries,
                    artist = coalesce(album.artist, excluded.artist), image_url = excluded.image_url""");
        int fresh = 0;
        int found = 0;
        for (ListedAlbum album : byId.values()) {
            Known before = known.get(album.id());
            String owner = owners.putIfAbsent(album.imageUrl(), album.id());
            String duplicateOf = before != null ? before.duplicateOf : owner;
            boolean pending = duplicateOf == null && !settled.contains(album.id());
            List<String> foundBefore = before == null ? List.of() : before.queries;
            if (!foundBefore.containsAll(queries)) {
                found++;
            }
            if (pending && (before == null || !foundBefore.containsAll(queries))) {
                fresh++;
            }
            batch.bind("source", source)
                    .bind("id", album.id())
                    .bind("name", album.name())
                    .bind("group", album.group())
                    .bind("artist", artist)
                    .bind(
                            "tags",
                            AlbumTag.write(AlbumTag.union(before == null ? List.of() : before.tags, album.tags())))
                    .bindArray("queries", String.class, ArtistRows.union(foundBefore, queries))
                    .bind("imageUrl", album.imageUrl())
                    .bind("duplicateOf", duplicateOf)
                    .bind("pending", pending)
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        for (String query : queries) {
            // Of the albums themselves nothing is left to say: what gains here are those whose cover they have.
            fresh += addQuery(query, "external_id", byId.keySet());
        }
        return new Added(fresh, found);
    }

    /**
     * Says of the albums of artists that a search found them, too.
     *
     * @return how many of them have a cover to fetch that the search had not led to before
     */
    int foundBy(String query, Set<String> artists) {
        return addQuery(query, "artist", artists);
    }

    /** Albums of the artists, or those whose cover they have. */
    Set<String> rootsOfArtists(Set<String> artists) {
        return artists.isEmpty() ? Set.of() : roots("artist", artists);
    }

    /** The albums themselves, or those whose cover they have. */
    Set<String> rootsOf(Collection<String> albums) {
        return albums.isEmpty() ? Set.of() : roots("external_id", albums);
    }

    private Set<String> roots(String column, Collection<String> values) {
        return handle.createQuery("""
                        select distinct coalesce(duplicate_of, external_id) as root
                        from album
                        where source = :source and <column> = any(:values)""")
                .define("column", column)
                .bind("source", source)
                .bindArray("values", String.class, List.copyOf(values))
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    /**
     * To the albums and, where they have the cover of another, to that one.
     *
     * @return how many of those that gained it are pending
     */
    private int addQuery(String query, String column, Collection<String> values) {
        if (values.isEmpty()) {
            return 0;
        }
        return handle.createQuery("""
                        with gained as (
                          update album
                          set queries = queries || cast(:query as text)
                          where source = :source and not (:query = any(queries))
                            and external_id in (
                              select external_id from album where source = :source and <column> = any(:values)
                              union
                              select duplicate_of from album where source = :source and <column> = any(:values))
                          returning pending)
                        select count(*) filter (where pending) from gained""")
                .define("column", column)
                .bind("source", source)
                .bind("query", query)
                .bindArray("values", String.class, List.copyOf(values))
                .mapTo(int.class)
                .one();
    }

    private Map<String, Known> known(Set<String> ids) {
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("""
                        select external_id, tags, queries, duplicate_of
                        from album
                        where source = :source and external_id = any(:ids)""")
                .bind("source", source)
                .bindArray("ids", String.class, List.copyOf(ids))
                .map((row, context) -> Map.entry(
                        row.getString("external_id"),
                        new Known(
                                AlbumTag.read(row.getString("tags")),
                                TextArrays.read(row, "queries"),
                                row.getString("duplicate_of"))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    /** Which album has each of the images already; of several the one whose cover it is. */
    private Map<String, String> owners(Collection<ListedAlbum> albums) {
        Map<String, String> owners = new HashMap<>();
        handle.createQuery("""
                        select image_url, coalesce(duplicate_of, external_id) as root
                        from album
                        where source = :source and image_url = any(:urls)
                        order by duplicate_of is not null, number""")
                .bind("source", source)
                .bindArray(
                        "urls",
                        String.class,
                        albums.stream().map(ListedAlbum::imageUrl).distinct().toList())
                .map((row, context) -> Map.entry(row.getString("image_url"), row.getString("root")))
                .forEach(entry -> owners.putIfAbsent(entry.getKey(), entry.getValue()));
        return owners;
    }

    /** Those whose cover is there or refused, from before the album was listed. */
    private Set<String> settled(Set<String> ids) {
        return handle.createQuery("""
                        select external_id from cover where source = :source and external_id = any(:ids)
                        union
                        select external_id from cover_refusal where source = :source and external_id = any(:ids)""")
                .bind("source", source)
                .bindArray("ids", String.class, List.copyOf(ids))
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    /**
     * @param fresh albums with a cover to fetch that the queries had not all led to before
     * @param found albums that the queries had not all found before
     */
    record Added(int fresh, int found) {}

    private record Known(
            List<SourceLabel> tags,
            List<String> queries,
            @Nullable String duplicateOf) {}
}
