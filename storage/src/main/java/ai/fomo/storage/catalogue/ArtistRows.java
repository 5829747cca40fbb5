package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.storage.TextArrays;
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
import org.jspecify.annotations.Nullable;

/** The rows of artists in a transaction that has locked their source. What is known of an artist only ever grows. */
final class ArtistRows {
    private final Handle handle;
    private final String source;

    ArtistRows(Handle handle, String source) {
        this.handle = handle;
        this.source = source;
    }

    /**
     * @param query the genre whose search found them; null where none did
     */
    Added add(List<Artist> artists, @Nullable String query) {
        Map<String, Artist> byId = new LinkedHashMap<>();
        artists.forEach(artist -> byId.putIfAbsent(artist.id(), artist));
        Map<String, Known> known = known(byId.keySet());
        List<String> queries = query == null ? List.of() : List.of(query);
        Set<String> changed = new LinkedHashSet<>();
        int found = 0;
        PreparedBatch batch = handle.prepareBatch("""
                insert into artist (source, external_id, name, genres, queries)
                values (:source, :id, :name, :genres, :queries)
                on conflict (source, external_id) do update
                set name = excluded.name, genres = excluded.genres, queries = excluded.queries""");
        for (Artist artist : byId.values()) {
            String id = artist.id();
            Known before = known.getOrDefault(id, new Known(List.of(), List.of()));
            Known now = new Known(union(before.genres, artist.genres()), union(before.queries, queries));
            if (known.containsKey(id) && now.equals(before)) {
                continue;
            }
            changed.add(id);
            found += now.queries.size() - before.queries.size();
            batch.bind("source", source)
                    .bind("id", id)
                    .bind("name", artist.name())
                    .bindArray("genres", String.class, now.genres)
                    .bindArray("queries", String.class, now.queries)
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        return new Added(changed, found);
    }

    /** Names of artists of whom nothing else is known; those that are there stay as they are. */
    void name(Collection<ListedAlbum> albums) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into artist (source, external_id, name, genres, queries)
                values (:source, :id, :name, '{}', '{}')
                on conflict do nothing""");
        Map<String, String> names = new LinkedHashMap<>();
        albums.forEach(album -> names.putIfAbsent(album.artistId(), album.artistName()));
        names.forEach((id, name) ->
                batch.bind("source", source).bind("id", id).bind("name", name).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Genres whose search found the artist. */
    List<String> queries(String artist) {
        Known known = known(Set.of(artist)).get(artist);
        return known == null ? List.of() : known.queries;
    }

    private Map<String, Known> known(Set<String> ids) {
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("""
                        select external_id, genres, queries
                        from artist
                        where source = :source and external_id = any(:ids)""")
                .bind("source", source)
                .bindArray("ids", String.class, List.copyOf(ids))
                .map((row, context) -> Map.entry(
                        row.getString("external_id"),
                        new Known(TextArrays.read(row, "genres"), TextArrays.read(row, "queries"))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    static List<String> union(List<String> before, Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(before);
        more.stream().filter(text -> !text.isBlank()).forEach(all::add);
        return new ArrayList<>(all);
    }

    /**
     * @param changed ids of those of whom more is known now
     * @param found artists that the query had not found before
     */
    record Added(Set<String> changed, int found) {}

    private record Known(List<String> genres, List<String> queries) {}
}
