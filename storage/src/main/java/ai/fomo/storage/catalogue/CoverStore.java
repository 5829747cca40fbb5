package ai.fomo.storage.catalogue;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.storage.TextArrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The covers of all sources with their labels as the source wrote them; keyed by source and external id. */
public final class CoverStore {
    private static final int BATCH = 1_000;
    private static final int FETCH = 10_000;

    private static final String INSERT_COVER = """
            insert into cover (source, external_id, image, item_group, given_split, width, height)
            values (:source, :externalId, :image, :group, :givenSplit, :width, :height)
            on conflict (source, external_id) do nothing""";

    static final String INSERT_LABEL = """
            insert into cover_label (source, external_id, label, kind, votes)
            values (:source, :externalId, :label, :kind, :votes)
            on conflict do nothing""";

    private static final String INSERT_REFUSAL = """
            insert into cover_refusal (source, external_id, reason)
            values (:source, :externalId, :reason)
            on conflict (source, external_id) do update set reason = excluded.reason, refused_at = now()""";

    private final Jdbi jdbi;

    public CoverStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds a cover together with the fingerprint of its image; otherwise as {@link #add(Cover)}. */
    public boolean add(Cover cover, Thumbnail fingerprint) {
        return jdbi.inTransaction(handle -> add(handle, cover, fingerprint));
    }

    static boolean add(Handle handle, Cover cover, Thumbnail fingerprint) {
        FingerprintStore.insert(handle, Map.of(cover.image(), fingerprint));
        return add(handle, cover);
    }

    /** False where the source's cover of that external id is known: it keeps its image, and new labels are added to it. */
    public boolean add(Cover cover) {
        return jdbi.inTransaction(handle -> add(handle, cover));
    }

    private static boolean add(Handle handle, Cover cover) {
        boolean added = bind(handle.createUpdate(INSERT_COVER), cover).execute() == 1;
        PreparedBatch labels = handle.prepareBatch(INSERT_LABEL);
        addLabels(labels, cover);
        if (labels.size() > 0) {
            labels.execute();
        }
        return added;
    }

    public Optional<Cover> find(String source, String externalId) {
        return jdbi.withHandle(handle -> handle.createQuery(CoverReader.SELECT_ONE)
                .bind("source", source)
                .bind("externalId", externalId)
                .map(new CoverReader()::cover)
                .findOne());
    }

    public int count(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from cover where source = :source")
                .bind("source", source)
                .mapTo(int.class)
                .one());
    }

    /** Hands over every cover of the source, in no particular order, and holds none of them. */
    public void forEach(String source, Consumer<Cover> consumer) {
        // In a transaction, because outside of one the driver reads all rows at once.
        jdbi.useTransaction(handle -> {
            handle.createQuery(CoverReader.SELECT_ALL)
                    .bind("source", source)
                    .setFetchSize(FETCH)
                    .map(new CoverReader()::cover)
                    .forEach(consumer);
        });
    }

    /** The labels of the source as it wrote them, with the number of covers that have each, by label. */
    public SortedMap<String, Integer> labels(String source) {
        SortedMap<String, Integer> labels = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select label, count(distinct external_id) as covers
                        from cover_label
                        where source = :source
                        group by label""")
                .bind("source", source)
                .map((row, context) -> Map.entry(row.getString("label"), row.getInt("covers")))
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue())));
        return labels;
    }

    /**
     * How many covers of the source each class has, by the present meaning of their labels. Counted where the rows are: covers by
     * the million have nearly as many combinations of tags, which nobody is to hold.
     */
    public Map<String, Integer> haveByClass(String source, ClassMapping mapping) {
        Map<String, Integer> have = new LinkedHashMap<>();
        mapping.classes().forEach(name -> have.put(name, 0));
        SortedMap<String, String> classes = new TreeMap<>();
        jdbi.useHandle(handle -> {
            handle.createQuery("select distinct label from cover_label where source = :source")
                    .bind("source", source)
                    .mapTo(String.class)
                    .forEach(label -> mapping.classOf(label).ifPresent(name -> classes.put(label, name)));
            handle.createQuery("""
                        select m.class, count(distinct c.external_id) as covers
                        from cover c
                        join cover_label l on l.source = c.source and l.external_id = c.external_id
                        join unnest(:labels, :classes) as m (label, class) on m.label = l.label
                        where c.source = :source
                        group by m.class""")
                    .bind("source", source)
                    .bindArray("labels", String.class, List.copyOf(classes.keySet()))
                    .bindArray("classes", String.class, List.copyOf(classes.values()))
                    .map((row, context) -> Map.entry(row.getString("class"), row.getInt("covers")))
                    .forEach(entry -> have.put(entry.getKey(), entry.getValue()));
        });
        return have;
    }

    /** Which combinations of labels the covers of the source have, with their number; an empty one among them. */
    public Map<List<String>, Integer> labelSets(String source) {
        Map<List<String>, Integer> sets = new HashMap<>();
        // In a transaction, because outside of one the driver reads all rows at once.
        jdbi.useTransaction(handle -> handle.createQuery("""
                        select s.labels, count(*) as covers
                        from (
                          select c.external_id, array_remove(array_agg(distinct l.label order by l.label), null) as labels
                          from cover c
                          left join cover_label l on l.source = c.source and l.external_id = c.external_id
                          where c.source = :source
                          group by c.external_id) s
                        group by s.labels""")
                .bind("source", source)
                .setFetchSize(FETCH)
                .map((row, context) -> Map.entry(TextArrays.read(row, "labels"), row.getInt("covers")))
                .forEach(entry -> sets.put(entry.getKey(), entry.getValue())));
        return sets;
    }

    /** How the labels of each image of a dataset came about, by the covers of its source. */
    public Map<Sha256, Set<LabelKind>> labelKinds(String source, Sha256 dataset) {
        Map<Sha256, Set<LabelKind>> kinds = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select distinct c.image, l.kind
                        from cover c
                        join cover_label l on l.source = c.source and l.external_id = c.external_id
                        where c.source = :source
                          and c.image in (select image from dataset_item where dataset = :dataset)""")
                .bind("source", source)
                .bind("dataset", dataset)
                .map((row, context) ->
                        Map.entry(new Sha256(row.getString("image")), LabelKind.valueOf(row.getString("kind"))))
                .forEach(entry -> kinds.computeIfAbsent(entry.getKey(), image -> EnumSet.noneOf(LabelKind.class))
                        .add(entry.getValue())));
        return kinds;
    }

    /** Records why an image of the source cannot be used; the last reason counts. */
    public void refuse(String source, String externalId, String reason) {
        jdbi.useHandle(handle -> refuse(handle, source, externalId, reason));
    }

    static void refuse(Handle handle, String source, String externalId, String reason) {
        handle.createUpdate(INSERT_REFUSAL)
                .bind("source", source)
                .bind("externalId", externalId)
                .bind("reason", reason)
                .execute();
    }

    public int refusals(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from cover_refusal where source = :source")
                .bind("source", source)
                .mapTo(int.class)
                .one());
    }

    /**
     * A new source with all its covers, their fingerprints by image, and refusals (external id to reason), in one
     * transaction: all of it or nothing.
     *
     * @throws SourceExistsException where the name is taken
     */
    public void importAll(
            Source source, List<Cover> covers, Map<Sha256, Thumbnail> fingerprints, Map<String, String> refusals) {
        jdbi.useTransaction(handle -> {
            if (!SourceStore.insert(handle, source)) {
                throw new SourceExistsException(source.name());
            }
            for (int from = 0; from < covers.size(); from += BATCH) {
                importBatch(handle, covers.subList(from, Math.min(from + BATCH, covers.size())));
            }
            FingerprintStore.insert(handle, fingerprints);
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
        addLabels(batch, cover.source(), cover.externalId(), cover.labels());
    }

    static void addLabels(PreparedBatch batch, String source, String externalId, List<SourceLabel> labels) {
        for (SourceLabel label : labels) {
            batch.bind("source", source)
                    .bind("externalId", externalId)
                    .bind("label", label.text())
                    .bind("kind", label.kind().name())
                    .bind("votes", label.count())
                    .add();
        }
    }

    private static @Nullable String label(@Nullable Split split) {
        return split == null ? null : split.label();
    }
}
