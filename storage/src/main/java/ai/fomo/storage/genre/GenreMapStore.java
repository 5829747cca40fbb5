package ai.fomo.storage.genre;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The genre maps that sources and datasets refer to. A history: a map never changes, a new version has another digest. */
public final class GenreMapStore {
    private final Jdbi jdbi;

    public GenreMapStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Idempotent. */
    public Sha256 put(GenreMap map) {
        Sha256 digest = map.digest();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into genre_map (digest, name, version, taxonomy, classes, rules)
                        values (:digest, :name, :version, :taxonomy, :classes, cast(:rules as jsonb))
                        on conflict (digest) do nothing""")
                .bind("digest", digest)
                .bind("name", map.name())
                .bind("version", map.version())
                .bind("taxonomy", map.taxonomy().name())
                .bindArray("classes", String.class, map.taxonomy().classes())
                .bind("rules", Json.write(map.rules()))
                .execute());
        return digest;
    }

    /** @throws IllegalArgumentException where there is no such map */
    public GenreMap get(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select name, version, taxonomy, array_to_json(classes) as classes, rules
                        from genre_map
                        where digest = :digest""")
                .bind("digest", digest)
                .map((row, context) -> new GenreMap(
                        row.getString("name"),
                        row.getString("version"),
                        new Taxonomy(
                                row.getString("taxonomy"),
                                Json.read(row.getString("classes"), new TypeReference<>() {})),
                        Json.read(row.getString("rules"), new TypeReference<Map<String, String>>() {})))
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("there is no genre map " + digest)));
    }
}
