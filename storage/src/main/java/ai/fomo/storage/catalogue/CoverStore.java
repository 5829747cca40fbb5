package ai.fomo.storage.catalogue;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.dataset.Split;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The covers of all sources with their labels as the source wrote them; keyed by source and external id. */
public final class CoverStore {
    private static final int BATCH = 1_000;

    private static final String INSERT_COVER = """
            insert into cover (source, external_id, image, item_group, given_split, width, height)
            values (:source, :externalId, :image, :group, :givenSplit, :width, :height)
            on conflict (source, external_id) do nothing""";

    private static final String INSERT_LABEL = """
            insert into cover_label (source, external_id, label, kind)
            values (:source, :externalId, :label, :kind)
            on conflict do nothing""";

    private static final String INSERT_REFUSAL = """
            insert into cover_refusal (source, external_id, reason)
            values (:source, :externalId, :reason)
            on conflict (source, external_id) do update set reason = excluded.reason, refused_at = now()""";

    // Labels as two arrays of the same order, so that a cover is one row.
    private static final String SELECT = """
            select c.source, c.external_id, c.image, c.item_group, c.given_split, c.width, c.height,
                   l.labels, l.kinds
            from cover c
            left join lateral (
              select array_agg(label order by label, kind) as labels, array_agg(kind order by label, kind) as kinds
              from cover_label
              where source = c.source and external_id = c.external_id) l on true
            where c.source = :source""";

    private final Jdbi jdbi;

    public CoverStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False where the source's cover of that external id is known: it keeps its image, and new labels are added to it. */
    public boolean add(Cover cover) {
        return jdbi.inTransaction(handle -> {
            boolean added = bind(handle.createUpdate(INSERT_COVER), cover).execute() == 1;
            PreparedBatch labels = handle.prepareBatch(INSERT_LABEL);
            addLabels(labels, cover);
            if (labels.size() > 0) {
                labels.execute();
            }
            return added;
        });
    }

    public Optional<Cover> find(String source, String externalId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " and c.external_id = :externalId")
                .bind("source", source)
                .bind("externalId", externalId)
                .map(CoverStore::cover)
                .findOne());
    }

    public int count(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from cover where source = :source")
                .bind("source", source)
                .mapTo(int.class)
                .one());
    }

    /** By external id; the labels of each in alphabetical order. */
    public List<Cover> ofSource(String source) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by c.external_id")
                .bind("source", source)
                .setFetchSize(BATCH)
                .map(CoverStore::cover)
                .list());
    }

    /** Records why an image of the source cannot be used; the last reason counts. */
    public void refuse(String source, String externalId, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT_REFUSAL)
                .bind("source", source)
                .bind("externalId", externalId)
                .bind("reason", reason)
                .execute());
    }

    public int refusals(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from cover_refusal where source = :source")
                .bind("source", source)
                .mapTo(int.class)
                .one());
    }

    /**
     * A new source with all its covers and refusals (external id to reason), in one transaction: all of it or nothing.
     *
     * @throws SourceExistsException where the name is taken
     */
    public void importAll(Source source, List<Cover> covers, Map<String, String> refusals) {
        jdbi.useTransaction(handle -> {
            if (!SourceStore.insert(handle, source)) {
                throw new SourceExistsException(source.name());
            }
            for (int from = 0; from < covers.size(); from += BATCH) {
                importBatch(handle, covers.subList(from, Math.min(from + BATCH, covers.size())));
            }
            PreparedBatch batch = handle.prepareBatch(INSERT_REFUSAL);
            refusals.forEach((externalId, reason) -> batch.bind("source", source.name())
                    .bind("externalId", externalId)
                    .bind("reason", reason)
                    .add());
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    private static void importBatch(Handle handle, List<Cover> covers) {
        PreparedBatch rows = handle.prepareBatch(INSERT_COVER);
        PreparedBatch labels = handle.prepareBatch(INSERT_LABEL);
        for (Cover cover : covers) {
            bind(rows, cover).add();
            addLabels(labels, cover);
        }
        rows.execute();
        if (labels.size() > 0) {
            labels.execute();
        }
    }

    private static <S extends org.jdbi.v3.core.statement.SqlStatement<S>> S bind(S statement, Cover cover) {
        return statement
                .bind("source", cover.source())
                .bind("externalId", cover.externalId())
                .bind("image", cover.image())
                .bind("group", cover.group())
                .bind("givenSplit", label(cover.givenSplit()))
                .bind("width", cover.width())
                .bind("height", cover.height());
    }

    private static void addLabels(PreparedBatch batch, Cover cover) {
        for (SourceLabel label : cover.labels()) {
            batch.bind("source", cover.source())
                    .bind("externalId", cover.externalId())
                    .bind("label", label.text())
                    .bind("kind", label.kind().name())
                    .add();
        }
    }

    private static @Nullable String label(@Nullable Split split) {
        return split == null ? null : split.label();
    }

    private static Cover cover(ResultSet row, StatementContext context) throws SQLException {
        String split = row.getString("given_split");
        List<SourceLabel> labels = new ArrayList<>();
        if (row.getArray("labels") != null) {
            String[] texts = (String[]) row.getArray("labels").getArray();
            String[] kinds = (String[]) row.getArray("kinds").getArray();
            for (int i = 0; i < texts.length; i++) {
                labels.add(new SourceLabel(texts[i], LabelKind.valueOf(kinds[i])));
            }
        }
        return new Cover(
                new Sha256(row.getString("image")),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("item_group"),
                split == null ? null : Split.ofLabel(split),
                row.getInt("width"),
                row.getInt("height"),
                labels);
    }
}
