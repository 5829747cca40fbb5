package ai.fomo.storage.catalogue;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.dataset.Split;
import ai.fomo.storage.TextArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads covers, of which there may be a million, with few label sets: covers of equal labels share one list of them. */
final class CoverReader {
    // Labels as arrays of the same order, so that a cover is one row.
    private static final String COLUMNS = """
            select c.source, c.external_id, c.image, c.item_group, c.given_split, c.width, c.height,
                   l.labels, l.kinds, l.votes
            from cover c
            """;

    /**
     * For all covers of a source. Labels are looked up by cover: of a source that has grown since its statistics were taken,
     * PostgreSQL expects a row or two, and gathers the labels of all covers anew for each where a plan leaves it the choice.
     */
    static final String SELECT_ALL = COLUMNS + """
            left join lateral (
              select array_agg(label order by label, kind) as labels, array_agg(kind order by label, kind) as kinds,
                     array_agg(votes order by label, kind) as votes
              from cover_label
              where source = c.source and external_id = c.external_id) l on true
            where c.source = :source""";

    static final String SELECT_ONE = SELECT_ALL + " and c.external_id = :externalId";

    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, List<SourceLabel>> labels = new HashMap<>();

    Cover cover(ResultSet row, StatementContext context) throws SQLException {
        String split = row.getString("given_split");
        return new Cover(
                new Sha256(row.getString("image")),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("item_group"),
                split == null ? null : Split.ofLabel(split),
                row.getInt("width"),
                row.getInt("height"),
                labels(row));
    }

    private List<SourceLabel> labels(ResultSet row) throws SQLException {
        String written = row.getString("labels");
        if (written == null) {
            return List.of();
        }
        String key = row.getString("kinds") + row.getString("votes") + written;
        @Nullable List<SourceLabel> known = labels.get(key);
        if (known != null) {
            return known;
        }
        List<String> texts = TextArrays.read(row, "labels");
        List<String> kinds = TextArrays.read(row, "kinds");
        Integer[] votes = (Integer[]) row.getArray("votes").getArray();
        List<SourceLabel> read = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            read.add(new SourceLabel(texts.get(i), LabelKind.valueOf(kinds.get(i)), votes[i]));
        }
        List<SourceLabel> result = List.copyOf(read);
        if (labels.size() < MOST_REMEMBERED) {
            labels.put(key, result);
        }
        return result;
    }
}
