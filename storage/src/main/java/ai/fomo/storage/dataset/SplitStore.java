package ai.fomo.storage.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Split;
import ai.fomo.storage.CopyRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Which split groups and images were given in earlier datasets, under each seed. The first assignment is for good. */
public final class SplitStore {
    private static final int FETCH = 10_000;
    private static final int BATCH = 2_000;

    private final Jdbi jdbi;

    public SplitStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is remembered of the groups (by name) and images (by digest) that the source has. */
    public Map<String, Split> remembered(long seed, String source) {
        return jdbi.inTransaction(
                handle -> splits(handle.createQuery("""
                        select a.key, a.split
                        from split_assignment a
                        join (
                          select item_group as key from cover where source = :source
                          union
                          select image from cover where source = :source) k on k.key = a.key
                        where a.seed = :seed""").bind("seed", seed).bind("source", source)));
    }

    /**
     * What is remembered of images, whatever sources have them: each one's own split or, where it has none, that of its
     * group (the first by name, where its sources disagree).
     */
    public Map<Sha256, Split> ofImages(long seed, Collection<Sha256> images) {
        List<Sha256> wanted = List.copyOf(images);
        Map<Sha256, Split> result = new HashMap<>();
        jdbi.useTransaction(handle -> {
            for (int from = 0; from < wanted.size(); from += BATCH) {
                splits(handle.createQuery("""
                                select distinct on (c.image) c.image as key, coalesce(i.split, g.split) as split
                                from cover c
                                left join split_assignment i on i.seed = :seed and i.key = c.image
                                left join split_assignment g on g.seed = :seed and g.key = c.item_group
                                where c.image = any(:images) and coalesce(i.split, g.split) is not null
                                order by c.image, c.item_group""")
                                .bind("seed", seed)
                                .bindArray(
                                        "images",
                                        Sha256.class,
                                        wanted.subList(from, Math.min(from + BATCH, wanted.size()))))
                        .forEach((image, split) -> result.put(new Sha256(image), split));
            }
        });
        return result;
    }

    /** Adds what is new; a key that has a split keeps it. */
    public void remember(long seed, SortedMap<String, Split> splits) {
        jdbi.useTransaction(handle -> {
            handle.execute("create temporary table new_split (key text, split text) on commit drop");
            try (CopyRows rows = CopyRows.into(handle, "new_split (key, split)")) {
                splits.forEach(
                        (key, split) -> rows.field(key).field(split.label()).endRow());
                rows.finish();
            }
            handle.createUpdate("""
                            insert into split_assignment (seed, key, split)
                            select :seed, key, split
                            from new_split
                            on conflict (seed, key) do nothing""").bind("seed", seed).execute();
            handle.execute("drop table new_split");
        });
    }

    private static Map<String, Split> splits(Query query) {
        Map<String, Split> splits = new HashMap<>();
        query.setFetchSize(FETCH)
                .map((row, context) -> Map.entry(row.getString("key"), Split.ofLabel(row.getString("split"))))
                .forEach(entry -> splits.put(entry.getKey(), entry.getValue()));
        return splits;
    }
}
