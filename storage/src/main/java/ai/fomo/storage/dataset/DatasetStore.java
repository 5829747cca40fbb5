package ai.fomo.storage.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The datasets that were ever built. A dataset is its digest and never changes; it may have been built in more than one
 * way (another source, map or seed), and is returned as it was built last.
 */
public final class DatasetStore {
    private static final int BATCH = 2_000;

    private static final String SELECT = """
            select d.digest, b.name, b.genre_map, b.seed, array_to_json(d.classes) as classes,
                   d.train_items, d.validation_items, d.test_items
            from dataset_build b
            join dataset d on d.digest = b.dataset
            """;

    private static final String LATEST = "order by b.built_at desc, b.id desc limit 1";

    private final Jdbi jdbi;

    public DatasetStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In one transaction: all of it or nothing. Idempotent; the source and its genre map must be stored before. */
    public void save(Dataset dataset, List<DatasetItem> items, List<Exclusion> exclusions) {
        if (items.size() != dataset.splits().total()) {
            throw new IllegalArgumentException("dataset " + dataset.digest() + " has "
                    + dataset.splits().total() + " items, was given " + items.size());
        }
        jdbi.useTransaction(handle -> {
            if (insertDataset(handle, dataset)) {
                for (int from = 0; from < items.size(); from += BATCH) {
                    insertItems(handle, dataset.digest(), items.subList(from, Math.min(from + BATCH, items.size())));
                }
            }
            insertExclusions(handle, insertBuild(handle, dataset), exclusions);
        });
    }

    public Optional<Dataset> find(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where b.dataset = :digest " + LATEST)
                .bind("digest", digest)
                .map(DatasetStore::dataset)
                .findOne());
    }

    /** The dataset that was built last from the source of that name. */
    public Optional<Dataset> latest(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where b.name = :name " + LATEST)
                .bind("name", name)
                .map(DatasetStore::dataset)
                .findOne());
    }

    /** Every way in which a dataset was built, the latest first. */
    public List<Dataset> list() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by b.built_at desc, b.id desc")
                .map(DatasetStore::dataset)
                .list());
    }

    /** By image; empty where there is no such dataset. */
    public List<DatasetItem> items(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select image, item_group, split, array_to_string(classes, ',') as classes
                        from dataset_item
                        where dataset = :digest
                        order by image""")
                .bind("digest", digest)
                .map(DatasetStore::item)
                .list());
    }

    /** Images that the latest build of the dataset left out, by image. */
    public List<Exclusion> exclusions(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select image, reason
                        from dataset_exclusion
                        where build = (select id from dataset_build b where dataset = :digest %s)
                        order by image""".formatted(LATEST))
                .bind("digest", digest)
                .map((row, context) -> new Exclusion(
                        new Sha256(row.getString("image")), Exclusion.Reason.NO_CLASS, row.getString("reason")))
                .list());
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
        PreparedBatch batch = handle.prepareBatch("""
                        insert into dataset_item (dataset, image, item_group, split, classes)
                        values (:dataset, :image, :group, :split, :classes)""");
        for (DatasetItem item : items) {
            batch.bind("dataset", dataset)
                    .bind("image", item.image())
                    .bind("group", item.group())
                    .bind("split", item.split().label())
                    .bindArray("classes", Integer.class, item.classes())
                    .add();
        }
        batch.execute();
    }

    private static int insertBuild(Handle handle, Dataset dataset) {
        return handle.createQuery("""
                        insert into dataset_build (name, dataset, genre_map, seed)
                        values (:name, :dataset, :genreMap, :seed)
                        on conflict (name, dataset, genre_map, seed) do update set built_at = clock_timestamp()
                        returning id""")
                .bind("name", dataset.name())
                .bind("dataset", dataset.digest())
                .bind(
                        "genreMap",
                        dataset.labelling() instanceof Labelling.Mapped mapped
                                ? mapped.map().hex()
                                : null)
                .bind("seed", dataset.seed())
                .mapTo(int.class)
                .one();
    }

    private static void insertExclusions(Handle handle, int build, List<Exclusion> exclusions) {
        if (exclusions.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                        insert into dataset_exclusion (build, image, reason)
                        values (:build, :image, :reason)
                        on conflict (build, image) do update set reason = excluded.reason""");
        exclusions.forEach(exclusion -> batch.bind("build", build)
                .bind("image", exclusion.image())
                .bind("reason", exclusion.detail())
                .add());
        batch.execute();
    }

    private static Dataset dataset(ResultSet row, StatementContext context) throws SQLException {
        String map = row.getString("genre_map");
        return new Dataset(
                new Sha256(row.getString("digest")),
                row.getString("name"),
                map == null ? new Labelling.FromLabels() : new Labelling.Mapped(new Sha256(map)),
                row.getLong("seed"),
                Json.read(row.getString("classes"), new TypeReference<>() {}),
                new SplitCounts(row.getInt("train_items"), row.getInt("validation_items"), row.getInt("test_items")),
                null);
    }

    private static DatasetItem item(ResultSet row, StatementContext context) throws SQLException {
        TreeSet<Integer> classes = new TreeSet<>();
        for (String index : row.getString("classes").split(",", -1)) {
            classes.add(Integer.valueOf(index));
        }
        return new DatasetItem(
                new Sha256(row.getString("image")),
                row.getString("item_group"),
                Split.ofLabel(row.getString("split")),
                classes);
    }
}
