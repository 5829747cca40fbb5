package ai.fomo.storage.poster;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.poster.Evidence;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The genres of posters. A history, keyed by poster, model version and evidence: the first answer to a question stays. */
public final class ClassificationStore {
    private final Jdbi jdbi;

    public ClassificationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Does nothing where the same model answered on the same evidence before. Poster and model must be known. */
    public void record(Classification classification) {
        String evidence = Json.write(classification.evidence());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into classification (poster, model, evidence_key, evidence, genres, scores)
                        values (:poster, :model, :evidenceKey, cast(:evidence as json), cast(:genres as json),
                                cast(:scores as json))
                        on conflict (poster, model, evidence_key) do nothing""")
                .bind("poster", classification.poster())
                .bind("model", classification.model().version())
                .bind("evidenceKey", Sha256.of(evidence.getBytes(StandardCharsets.UTF_8)))
                .bind("evidence", evidence)
                .bind("genres", Json.write(classification.genres()))
                .bind("scores", Json.write(classification.scores()))
                .execute());
    }

    /** The latest first. */
    public List<Classification> of(Sha256 poster) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.poster, c.model, m.taxonomy, c.evidence, c.genres, c.scores
                        from classification c
                        join model m on m.version = c.model
                        where c.poster = :poster
                        order by c.id desc""")
                .bind("poster", poster)
                .map(ClassificationStore::classification)
                .list());
    }

    /** Of the posters whose digest begins with {@code text}; by poster, the latest first. */
    public List<RecordedClassification> findByPrefix(String text) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.poster, c.model, m.taxonomy, c.evidence, c.genres, c.scores, c.classified_at
                        from classification c
                        join model m on m.version = c.model
                        where starts_with(c.poster, :text)
                        order by c.poster, c.id desc""")
                .bind("text", text)
                .map((row, context) -> new RecordedClassification(
                        classification(row, context),
                        row.getTimestamp("classified_at").toInstant()))
                .list());
    }

    private static Classification classification(ResultSet row, StatementContext context) throws SQLException {
        return new Classification(
                new Sha256(row.getString("poster")),
                new Classification.ModelReference(row.getInt("model"), new Sha256(row.getString("taxonomy"))),
                Json.read(row.getString("genres"), new TypeReference<List<GenreConfidence>>() {}),
                Json.read(row.getString("scores"), new TypeReference<LinkedHashMap<String, Double>>() {}),
                Json.read(row.getString("evidence"), new TypeReference<Evidence>() {}));
    }
}
