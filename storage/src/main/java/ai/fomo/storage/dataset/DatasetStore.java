package ai.fomo.storage.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.DatasetStatistics.LabelSet;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.Leak;
import ai.fomo.domain.dataset.Split;
import ai.fomo.storage.CopyRows;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The datasets that were ever built. A dataset is its digest and never changes; it may have been built in more than one
 * way (another source, map, seed or subset), and is returned as it was built last. Its manifest lies in S3, too, under the
 * same digest, and is put there before these rows are written.
 */
public final class DatasetStore {
    /** Any number will do, as long as nobody else uses it in this database. */
    private static final long LOCK = 0x666f6d6f_64617400L;

    private static final int FETCH = 10_000;

    private final Jdbi jdbi;

    public DatasetStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One build at a time, in one transaction: what the stores read and write in this thread until {@code build} returns
     * becomes visible as a whole or, where it throws, not at all. So no two builds give one group two splits.
     */
    public <T> T exclusively(Supplier<T> build) {
        return jdbi.inTransaction(handle -> {
            // The build before may take its time, and so may this one between two statements.
            handle.execute("set local lock_timeout = '30min'");
            handle.execute("set local statement_timeout = '30min'");
            handle.execute("set local idle_in_transaction_session_timeout = '30min'");
            handle.createQuery("select pg_advisory_xact_lock(:key)")
                    .bind("key", LOCK)
                    .map((row, context) -> true)
                    .one();
            return build.get();
        });
    }

    /** In one transaction: all of it or nothing. Idempotent; the source and its genre map must be stored before. */
    public void save(Dataset dataset, DatasetBuild build) {
        List<DatasetItem> items = build.manifest().items();
        if (items.size() != dataset.splits().total()) {
            throw new IllegalArgumentException("dataset " + dataset.digest() + " has "
                    + dataset.splits().total() + " items, was given " + items.size());
        }
        jdbi.useTransaction(handle -> {
            if (insertDataset(handle, dataset)) {
                insertItems(handle, dataset.digest(), items);
            }
            int id = BuildRows.put(handle, dataset, build.findings());
            replaceExclusions(handle, id, build.exclusions());
            replaceLeaks(handle, id, build.leaks());
        });
    }

    public Optional<Dataset> find(Sha256 digest) {
        return build(digest).map(RecordedBuild::dataset);
    }

    /** The datasets whose digest begins with {@code text}, the one built last first. */
    public List<Dataset> findByPrefix(String text) {
        Map<Sha256, Dataset> found = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        BuildRows.SELECT + "where starts_with(b.dataset, :text) " + BuildRows.LATEST_FIRST)
                .bind("text", text)
                .map(BuildRows::dataset)
                .forEach(dataset -> found.putIfAbsent(dataset.digest(), dataset)));
        return List.copyOf(found.values());
    }

    /** The whole dataset (no subset) that was built last from the source of that name, other than {@code digest}. */
    public Optional<Dataset> previous(String name, Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        BuildRows.SELECT + "where b.name = :name and b.dataset <> :digest and b.parent is null "
                                + BuildRows.LATEST_FIRST + " limit 1")
                .bind("name", name)
                .bind("digest", digest)
                .map(BuildRows::dataset)
                .findOne());
    }

    /** Every way in which a dataset was built, the latest first. */
    public List<Dataset> list() {
        return jdbi.withHandle(handle -> handle.createQuery(BuildRows.SELECT + BuildRows.LATEST_FIRST)
                .map(BuildRows::dataset)
                .list());
    }

    /** Every way in which a dataset was built from the source of that name, the latest first. */
    public List<RecordedBuild> builds(String name) {
        return jdbi.withHandle(
                handle -> handle.createQuery(BuildRows.SELECT + "where b.name = :name " + BuildRows.LATEST_FIRST)
                        .bind("name", name)
                        .map(BuildRows::build)
                        .list());
    }

    /** How the dataset was built last. */
    public Optional<RecordedBuild> build(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        BuildRows.SELECT + "where b.dataset = :digest " + BuildRows.LATEST_FIRST + " limit 1")
                .bind("digest", digest)
                .map(BuildRows::build)
                .findOne());
    }

    /** By image; empty where there is no such dataset. Items of equal classes share one list of them. */
    public List<DatasetItem> items(Sha256 digest) {
        Map<String, List<Integer>> classes = new HashMap<>();
        // In a transaction, because outside of one the driver reads all rows at once.
        return jdbi.inTransaction(handle -> {
            List<DatasetItem> items = new ArrayList<>();
            handle.createQuery("""
                            select image, item_group, split, array_to_string(classes, ',') as classes
                            from dataset_item
                            where dataset = :dataset
                            order by image""")
                    .bind("dataset", digest)
                    .setFetchSize(FETCH)
                    .map((row, context) -> new DatasetItem(
                            new Sha256(row.getString("image")),
                            row.getString("item_group"),
                            Split.ofLabel(row.getString("split")),
                            classes.computeIfAbsent(row.getString("classes"), DatasetStore::indices)))
                    .forEach(items::add);
            return items;
        });
    }

    /** The items with the covers of its source that show them, by image. */
    public List<ItemOrigin> origins(Dataset dataset) {
        return jdbi.inTransaction(handle -> handle.createQuery("""
                        select i.image, i.split, array_to_json(array_remove(array_agg(c.external_id order by c.external_id),
                               null)) as covers
                        from dataset_item i
                        left join cover c on c.image = i.image and c.source = :source
                        where i.dataset = :dataset
                        group by i.image, i.split
                        order by i.image""")
                .bind("source", dataset.name())
                .bind("dataset", dataset.digest())
                .setFetchSize(FETCH)
                .map((row, context) -> new ItemOrigin(
                        new Sha256(row.getString("image")),
                        Split.ofLabel(row.getString("split")),
                        Json.read(row.getString("covers"), new TypeReference<>() {})))
                .list());
    }

    public DatasetManifest manifest(Dataset dataset) {
        return new DatasetManifest(dataset.classes(), items(dataset.digest()));
    }

    /** Counted by the database, without reading the items. */
    public DatasetStatistics statistics(Dataset dataset) {
        Map<LabelSet, Integer> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select split, array_to_string(classes, ',') as classes, count(*) as items
                        from dataset_item
                        where dataset = :dataset
                        group by split, classes""")
                .bind("dataset", dataset.digest())
                .map((row, context) -> Map.entry(
                        new LabelSet(Split.ofLabel(row.getString("split")), indices(row.getString("classes"))),
                        row.getInt("items")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
        return DatasetStatistics.of(dataset.classes(), counts);
    }

    /** Images that the latest build of the dataset left out, by image. */
    public List<Exclusion> exclusions(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select image, kind, reason
                        from dataset_exclusion
                        where build = (%s)
                        order by image""".formatted(latestBuild()))
                .bind("digest", digest)
                .map((row, context) -> new Exclusion(
                        new Sha256(row.getString("image")),
                        Exclusion.Reason.ofLabel(row.getString("kind")),
                        row.getString("reason")))
                .list());
    }

    /** What the latest build of the dataset found on both sides of a split, in the order in which it found them. */
    public List<Leak> leaks(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select kind, subject, detail, resolved
                        from dataset_leak
                        where build = (%s)
                        order by position""".formatted(latestBuild()))
                .bind("digest", digest)
                .map((row, context) -> new Leak(
                        Leak.Kind.ofLabel(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getBoolean("resolved")))
                .list());
    }

    private static String latestBuild() {
        return "select id from dataset_build b where dataset = :digest " + BuildRows.LATEST_FIRST + " limit 1";
    }

    private static boolean insertDataset(Handle handle, Dataset dataset) {
        return handle.createUpdate("""
                        insert into dataset (digest, classes, train_items, validation_items, test_items)
                        values (:digest, :classes, :train, :validation, :test)
                        on conflict (digest) do nothing""")
                        .bind("digest", dataset.digest())
                        .bindArray("classes", String.class, dataset.classes())
                        .bind("train", dataset.splits().train())
                        .bind("validation", dataset.splits().validation())
                        .bind("test", dataset.splits().test())
                        .execute()
                == 1;
    }

    private static void insertItems(Handle handle, Sha256 dataset, List<DatasetItem> items) {
        try (CopyRows rows = CopyRows.into(handle, "dataset_item (dataset, image, item_group, split, classes)")) {
            for (DatasetItem item : items) {
                rows.field(dataset.hex())
                        .field(item.image().hex())
                        .field(item.group())
                        .field(item.split().label())
                        .field(item.classes())
                        .endRow();
            }
            rows.finish();
        }
    }

    private static void replaceExclusions(Handle handle, int build, List<Exclusion> exclusions) {
        handle.execute("delete from dataset_exclusion where build = ?", build);
        try (CopyRows rows = CopyRows.into(handle, "dataset_exclusion (build, image, kind, reason)")) {
            for (Exclusion exclusion : exclusions) {
                rows.field(build)
                        .field(exclusion.image().hex())
                        .field(exclusion.reason().label())
                        .field(exclusion.detail())
                        .endRow();
            }
            rows.finish();
        }
    }

    private static void replaceLeaks(Handle handle, int build, List<Leak> leaks) {
        handle.execute("delete from dataset_leak where build = ?", build);
        int position = 0;
        try (CopyRows rows = CopyRows.into(handle, "dataset_leak (build, position, kind, subject, detail, resolved)")) {
            for (Leak leak : leaks) {
                rows.field(build)
                        .field(position++)
                        .field(leak.kind().label())
                        .field(leak.subject())
                        .field(leak.detail())
                        .field(leak.resolved())
                        .endRow();
            }
            rows.finish();
        }
    }

    private static List<Integer> indices(String text) {
        List<Integer> indices = new ArrayList<>();
        for (String index : text.split(",", -1)) {
            indices.add(Integer.valueOf(index));
        }
        return List.copyOf(indices);
    }
}
