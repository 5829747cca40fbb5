package ai.fomo.storage.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.dataset.SubsetSize;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How a row of dataset_build, beside its dataset, becomes a {@link Dataset}, and the other way. */
final class BuildRows {
    static final String SELECT = """
            select d.digest, array_to_json(d.classes) as classes, d.train_items, d.validation_items, d.test_items,
                   b.id, b.name, b.genre_map, b.seed, b.parent, b.subset_fraction, b.subset_count, b.subset_seed,
                   b.built_at, array_to_json(b.findings) as findings
            from dataset_build b
            join dataset d on d.digest = b.dataset
            """;

    static final String LATEST_FIRST = "order by b.built_at desc, b.id desc";

    private BuildRows() {}

    /** The build of that dataset in that way; the same way again is the same build, at a later time. */
    static int put(Handle handle, Dataset dataset, List<String> findings) {
        SubsetOf subset = dataset.subset();
        return handle.createQuery("""
                        insert into dataset_build (name, dataset, genre_map, seed,
                                                   parent, subset_fraction, subset_count, subset_seed, findings)
                        values (:name, :dataset, :genreMap, :seed, :parent, :fraction, :count, :subsetSeed, :findings)
                        on conflict on constraint dataset_build_way
                        do update set built_at = clock_timestamp(), findings = excluded.findings
                        returning id""")
                .bind("name", dataset.name())
                .bind("dataset", dataset.digest())
                .bind("genreMap", mapOf(dataset.labelling()))
                .bind("seed", dataset.seed())
                .bind("parent", subset == null ? null : subset.full().hex())
                .bind("fraction", fraction(subset))
                .bind("count", count(subset))
                .bind(
                        "subsetSeed",
                        subset == null ? null : Long.valueOf(subset.subset().seed()))
                .bindArray("findings", String.class, findings)
                .mapTo(int.class)
                .one();
    }

    static Dataset dataset(ResultSet row, StatementContext context) throws SQLException {
        String map = row.getString("genre_map");
        return new Dataset(
                new Sha256(row.getString("digest")),
                row.getString("name"),
                map == null ? new Labelling.FromLabels() : new Labelling.Mapped(new Sha256(map)),
                row.getLong("seed"),
                Json.read(row.getString("classes"), new TypeReference<>() {}),
                new SplitCounts(row.getInt("train_items"), row.getInt("validation_items"), row.getInt("test_items")),
                subset(row));
    }

    static RecordedBuild build(ResultSet row, StatementContext context) throws SQLException {
        return new RecordedBuild(
                row.getInt("id"),
                row.getTimestamp("built_at").toInstant(),
                dataset(row, context),
                Json.read(row.getString("findings"), new TypeReference<>() {}));
    }

    private static @Nullable SubsetOf subset(ResultSet row) throws SQLException {
        String full = row.getString("parent");
        if (full == null) {
            return null;
        }
        int count = row.getInt("subset_count");
        SubsetSize size =
                row.wasNull() ? new SubsetSize.Fraction(row.getDouble("subset_fraction")) : new SubsetSize.Count(count);
        return new SubsetOf(new Sha256(full), new Subset(size, row.getLong("subset_seed")));
    }

    private static @Nullable String mapOf(Labelling labelling) {
        return labelling instanceof Labelling.Mapped mapped ? mapped.map().hex() : null;
    }

    private static @Nullable Double fraction(@Nullable SubsetOf subset) {
        return subset != null && subset.subset().size() instanceof SubsetSize.Fraction fraction
                ? Double.valueOf(fraction.fraction())
                : null;
    }

    private static @Nullable Integer count(@Nullable SubsetOf subset) {
        return subset != null && subset.subset().size() instanceof SubsetSize.Count count
                ? Integer.valueOf(count.images())
                : null;
    }
}
