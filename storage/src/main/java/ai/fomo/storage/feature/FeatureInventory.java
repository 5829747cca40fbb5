package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** What there is of a dataset's features, by encoder; of another view than the original only training images count. */
public final class FeatureInventory {
    private static final String WANTED = " i.dataset = :dataset and (:all or i.split = 'train') ";

    private final Jdbi jdbi;

    public FeatureInventory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those that have looked at an image of the dataset, or were repaired, by which all that it had may be gone; by name. */
    public List<EncoderId> encoders(Sha256 dataset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select e.name as encoder_name, e.weights, e.runtime, e.preprocessing, e.dimension, e.view
                        from encoder e
                        where exists (
                          select 1 from dataset_item i join feature_row f on f.image = i.image
                          where i.dataset = :dataset and f.encoder = e.digest)
                        or exists (
                          select 1 from dataset_item i join feature_bad_image b on b.image = i.image
                          where i.dataset = :dataset and b.encoder = e.digest)
                        or exists (select 1 from feature_repair r where r.encoder = e.digest)
                        order by e.name, e.runtime desc, e.preprocessing desc, e.weights, e.view desc""")
                .bind("dataset", dataset)
                .map((row, context) -> EncoderRows.encoder(row))
                .list());
    }

    /** How many images an extraction would look at. */
    public int wanted(EncoderId encoder, Sha256 dataset) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from dataset_item i where" + WANTED)
                .bind("dataset", dataset)
                .bind("all", encoder.view() == View.ORIGINAL)
                .mapTo(Integer.class)
                .one());
    }

    /** In order of their digests. */
    public List<ShardUse> shards(EncoderId encoder, Sha256 dataset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select f.shard, count(*) as images, max(f.row_number) + 1 as least_rows,
                          coalesce(max(b.bytes), 0) as bytes
                        from dataset_item i
                        join feature_row f on f.encoder = :encoder and f.image = i.image
                        left join blob b on b.kind = 'features' and b.digest = f.shard
                        where""" + WANTED + "group by f.shard order by f.shard")
                .bind("encoder", encoder.digest())
                .bind("dataset", dataset)
                .bind("all", encoder.view() == View.ORIGINAL)
                .map((row, context) -> new ShardUse(
                        new Sha256(row.getString("shard")),
                        row.getInt("images"),
                        row.getInt("least_rows"),
                        row.getLong("bytes")))
                .list());
    }

    /** Images that were imported and have no features, because nobody can make any. */
    public SortedMap<Sha256, BadImage> bad(EncoderId encoder, Sha256 dataset) {
        SortedMap<Sha256, BadImage> bad = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select b.image, b.reason, b.lost
                        from dataset_item i
                        join feature_bad_image b on b.encoder = :encoder and b.image = i.image
                        left join feature_row f on f.encoder = b.encoder and f.image = b.image
                        where f.image is null and""" + WANTED)
                .bind("encoder", encoder.digest())
                .bind("dataset", dataset)
                .bind("all", encoder.view() == View.ORIGINAL)
                .map((row, context) -> bad.put(
                        new Sha256(row.getString("image")),
                        new BadImage(row.getString("reason"), row.getBoolean("lost"))))
                .list());
        return bad;
    }
}
