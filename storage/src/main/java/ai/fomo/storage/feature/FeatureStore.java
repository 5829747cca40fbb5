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
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** Which images have features of an encoder, and where. Every method takes a hundred thousand images in one call. */
public final class FeatureStore {
    private final Jdbi jdbi;

    public FeatureStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The images, in their order and each once, that have neither features nor a record that they will never have any. */
    public List<Sha256> missing(EncoderId encoder, List<Sha256> images) {
        Set<Sha256> missing = new LinkedHashSet<>(images);
        missing.removeAll(locate(encoder, missing).keySet());
        missing.removeAll(bad(encoder, missing).keySet());
        return List.copyOf(missing);
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
     * stays there: equal encoders give equal features.
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
        jdbi.useTransaction(handle -> {
            EncoderRows.put(handle, encoder);
            handle.createUpdate("""
                            insert into feature_bad_image (encoder, image, reason)
                            values (:encoder, :image, :reason)
                            on conflict (encoder, image) do nothing""")
                    .bind("encoder", encoder.digest())
                    .bind("image", image)
                    .bind("reason", reason)
                    .execute();
        });
    }

    /** The reasons of those among the images that are recorded as bad. */
    public Map<Sha256, String> bad(EncoderId encoder, Collection<Sha256> images) {
        Map<Sha256, String> reasons = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select b.image, b.reason
                        from unnest(:images) as wanted (image)
                        join feature_bad_image b on b.encoder = :encoder and b.image = wanted.image""")
                .bind("encoder", encoder.digest())
                .bindArray("images", Sha256.class, images)
                .map((row, context) -> reasons.put(new Sha256(row.getString("image")), row.getString("reason")))
                .list());
        return reasons;
    }
}
