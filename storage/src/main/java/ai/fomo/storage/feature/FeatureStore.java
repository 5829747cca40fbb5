package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.FeatureLocation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** Which images have features of an encoder, and where. Every method takes a hundred thousand images in one call. */
public final class FeatureStore {
    private final Jdbi jdbi;

    public FeatureStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The images, in their order and each once, that have neither features nor a record that they will never have any. One that
     * was lost is among them: somebody may have put it back.
     */
    public List<Sha256> missing(EncoderId encoder, List<Sha256> images) {
        Set<Sha256> missing = new LinkedHashSet<>(images);
        missing.removeAll(locate(encoder, missing).keySet());
        bad(encoder, missing).forEach((image, bad) -> {
            if (!bad.lost()) {
                missing.remove(image);
            }
        });
        return List.copyOf(missing);
    }

    /** The shards that the features of these images lie in. */
    public Set<Sha256> shards(EncoderId encoder, Collection<Sha256> images) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct f.shard
                        from unnest(:images) as wanted (image)
                        join feature_row f on f.encoder = :encoder and f.image = wanted.image""")
                .bind("encoder", encoder.digest())
                .bindArray("images", Sha256.class, images)
                .map((row, context) -> new Sha256(row.getString("shard")))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Of a dataset that was saved. */
    public FeatureCoverage coverage(EncoderId encoder, Sha256 dataset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(f.image) as images, count(distinct f.shard) as shards, count(b.image) as bad
                        from dataset_item i
                        left join feature_row f on f.encoder = :encoder and f.image = i.image
                        left join feature_bad_image b on b.encoder = :encoder and b.image = i.image
                        where i.dataset = :dataset""")
                .bind("encoder", encoder.digest())
                .bind("dataset", dataset)
                .map((row, context) ->
                        new FeatureCoverage(row.getInt("images"), row.getInt("shards"), row.getInt("bad")))
                .one());
    }

    /**
     * Says that the shard holds the features of these images, in this order. An image that another shard holds already
     * stays there: equal encoders give equal features. An image that was lost is no longer bad.
     */
    public void recordShard(EncoderId encoder, Sha256 shard, List<Sha256> rows) {
        if (rows.size() != new HashSet<>(rows).size()) {
            throw new IllegalArgumentException("shard " + shard + " holds an image twice");
        }
        jdbi.useTransaction(handle -> {
            EncoderRows.put(handle, encoder);
            handle.createUpdate("""
                            insert into feature_shard (encoder, digest, row_count)
                            values (:encoder, :shard, :rows)
                            on conflict (encoder, digest) do nothing""")
                    .bind("encoder", encoder.digest())
                    .bind("shard", shard)
                    .bind("rows", rows.size())
                    .execute();
            // In order of the images: two shards that overlap would otherwise wait for each other in a circle.
            handle.createUpdate("""
                            insert into feature_row (encoder, image, shard, row_number)
                            select :encoder, image, :shard, row_number
                            from unnest(:images, :numbers) as rows (image, row_number)
                            order by image
                            on conflict (encoder, image) do nothing""")
                    .bind("encoder", encoder.digest())
                    .bind("shard", shard)
                    .bindArray("images", Sha256.class, rows)
                    .bindArray(
                            "numbers",
                            Integer.class,
                            IntStream.range(0, rows.size()).boxed().toList())
                    .execute();
            handle.createUpdate("""
                            delete from feature_bad_image b
                            using unnest(:images) as rows (image)
                            where b.encoder = :encoder and b.image = rows.image""")
                    .bind("encoder", encoder.digest())
                    .bindArray("images", Sha256.class, rows)
                    .execute();
        });
    }

    /** Images without features are not in the answer. */
    public Map<Sha256, FeatureLocation> locate(EncoderId encoder, Collection<Sha256> images) {
        Map<Sha256, FeatureLocation> locations = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select f.image, f.shard, f.row_number
                        from unnest(:images) as wanted (image)
                        join feature_row f on f.encoder = :encoder and f.image = wanted.image""")
                .bind("encoder", encoder.digest())
                .bindArray("images", Sha256.class, images)
                .map((row, context) -> locations.put(
                        new Sha256(row.getString("image")),
                        new FeatureLocation(new Sha256(row.getString("shard")), row.getInt("row_number"))))
                .list());
        return locations;
    }

    /** Says that this encoder will never have features of the image; the first reason stays. */
    public void recordBad(EncoderId encoder, Sha256 image, String reason) {
        record(encoder, image, new BadImage(reason, false));
    }

    /** Says that the image cannot be read from S3, for as long as nobody has put it back. */
    public void recordLost(EncoderId encoder, Sha256 image, String reason) {
        record(encoder, image, new BadImage(reason, true));
    }

    private void record(EncoderId encoder, Sha256 image, BadImage bad) {
        jdbi.useTransaction(handle -> {
            EncoderRows.put(handle, encoder);
            handle.createUpdate("""
                            insert into feature_bad_image as known (encoder, image, reason, lost)
                            values (:encoder, :image, :reason, :lost)
                            on conflict (encoder, image) do update
                            set reason = excluded.reason, lost = excluded.lost, recorded_at = now()
                            where known.lost""")
                    .bind("encoder", encoder.digest())
                    .bind("image", image)
                    .bind("reason", bad.reason())
                    .bind("lost", bad.lost())
                    .execute();
        });
    }

    /** Those among the images that are recorded as bad. */
    public Map<Sha256, BadImage> bad(EncoderId encoder, Collection<Sha256> images) {
        Map<Sha256, BadImage> reasons = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select b.image, b.reason, b.lost
                        from unnest(:images) as wanted (image)
                        join feature_bad_image b on b.encoder = :encoder and b.image = wanted.image""")
                .bind("encoder", encoder.digest())
                .bindArray("images", Sha256.class, images)
                .map((row, context) -> reasons.put(
                        new Sha256(row.getString("image")),
                        new BadImage(row.getString("reason"), row.getBoolean("lost"))))
                .list());
        return reasons;
    }
}
