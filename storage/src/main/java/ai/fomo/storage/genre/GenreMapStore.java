package ai.fomo.storage.genre;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The genre maps that sources and datasets refer to. A history: a map never changes, a new version has another digest. */
public final class GenreMapStore {
    private static final String SELECT = """
            select name, version, taxonomy, array_to_json(classes) as classes, rules,
                   array_to_json(ignored) as ignored
            from genre_map
            """;

    private final Jdbi jdbi;
    private final RecentGenreMaps recent = new RecentGenreMaps();

    public GenreMapStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Idempotent. */
    public Sha256 put(GenreMap map) {
        Sha256 digest = map.digest();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into genre_map (digest, name, version, taxonomy, classes, rules, ignored)
                        values (:digest, :name, :version, :taxonomy, :classes, cast(:rules as jsonb), :ignored)
                        on conflict (digest) do nothing""")
                .bind("digest", digest)
                .bind("name", map.name())
                .bind("version", map.version())
                .bind("taxonomy", map.taxonomy().name())
                .bindArray("classes", String.class, map.taxonomy().classes())
                .bind("rules", Json.write(map.rules()))
                .bindArray("ignored", String.class, map.ignored())
                .execute());
        return digest;
    }

    /** @throws IllegalArgumentException where there is no such map */
    public GenreMap get(Sha256 digest) {
        return recent.get(digest, this::read);
    }

    private GenreMap read(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where digest = :digest")
                .bind("digest", digest)
                .map(GenreMapStore::map)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("there is no genre map " + digest)));
    }

    /** The maps that labels of some source go through at present, by name, with the names of those sources. */
    public Map<GenreMap, List<String>> inUse() {
        Map<GenreMap, List<String>> inUse = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select digest, array_to_json(array_agg(s.name order by s.name)) as sources
                        from genre_map
                        join source s on s.genre_map = digest
                        group by digest
                        order by genre_map.name, version, digest""")
                .map((row, context) -> Map.entry(
                        new Sha256(row.getString("digest")),
                        Json.read(row.getString("sources"), new TypeReference<List<String>>() {})))
                .list()
                .forEach(used -> inUse.put(get(used.getKey()), used.getValue())));
        return inUse;
    }

    private static GenreMap map(ResultSet row, StatementContext context) throws SQLException {
        return new GenreMap(
                row.getString("name"),
                row.getString("version"),
                new Taxonomy(row.getString("taxonomy"), Json.read(row.getString("classes"), new TypeReference<>() {})),
                Json.read(row.getString("rules"), new TypeReference<Map<String, String>>() {}),
                Json.read(row.getString("ignored"), new TypeReference<List<String>>() {}));
    }
}
