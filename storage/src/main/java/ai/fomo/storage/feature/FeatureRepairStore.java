package ai.fomo.storage.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes shards that are lost out of the index, and remembers which they were. */
public final class FeatureRepairStore {
    private final Jdbi jdbi;

    public FeatureRepairStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Drops the places of all images that lie in these shards: the next extraction computes them. A shard that somebody else has
     * dropped meanwhile is no repair of ours.
     *
     * @param lost why each of them cannot be read
     * @return how many images have lost their features
     */
    public int drop(EncoderId encoder, Map<Sha256, String> lost) {
        return jdbi.inTransaction(handle -> {
            int images = 0;
            // In their order: two repairs would otherwise wait for each other in a circle.
            for (Map.Entry<Sha256, String> shard : new TreeMap<>(lost).entrySet()) {
                if (lock(handle, encoder, shard.getKey())) {
                    images += drop(handle, encoder, shard.getKey(), shard.getValue());
                }
            }
            return images;
        });
    }

    /** All of an encoder's, the latest first. */
    public List<FeatureRepair> of(EncoderId encoder) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select shard, reason, images, recorded_at
                        from feature_repair
                        where encoder = :encoder
                        order by id desc""")
                .bind("encoder", encoder.digest())
                .map((row, context) -> new FeatureRepair(
                        new Sha256(row.getString("shard")),
                        row.getString("reason"),
                        row.getInt("images"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list());
    }

    private static boolean lock(Handle handle, EncoderId encoder, Sha256 shard) {
        return handle.createQuery("select 1 from feature_shard where encoder = :encoder and digest = :shard for update")
                .bind("encoder", encoder.digest())
                .bind("shard", shard)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static int drop(Handle handle, EncoderId encoder, Sha256 shard, String reason) {
        int images = handle.createUpdate("delete from feature_row where encoder = :encoder and shard = :shard")
                .bind("encoder", encoder.digest())
                .bind("shard", shard)
                .execute();
        handle.createUpdate("delete from feature_shard where encoder = :encoder and digest = :shard")
                .bind("encoder", encoder.digest())
                .bind("shard", shard)
                .execute();
        handle.createUpdate("""
                        insert into feature_repair (encoder, shard, reason, images)
                        values (:encoder, :shard, :reason, :images)""")
                .bind("encoder", encoder.digest())
                .bind("shard", shard)
                .bind("reason", reason)
                .bind("images", images)
                .execute();
        return images;
    }
}
