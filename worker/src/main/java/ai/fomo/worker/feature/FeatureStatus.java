package ai.fomo.worker.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.storage.Database;
import ai.fomo.storage.feature.FeatureInventory;
import ai.fomo.storage.feature.FeatureRepair;
import ai.fomo.storage.feature.FeatureRepairStore;
import ai.fomo.storage.feature.ShardUse;
import java.util.List;

/**
 * How far the features of a dataset are.
 *
 * @param dataset its name
 * @param encoders one for each encoder and view that has looked at it, or was repaired
 */
public record FeatureStatus(String dataset, Sha256 digest, List<OfEncoder> encoders) {
    public FeatureStatus {
        encoders = List.copyOf(encoders);
    }

    /**
     * @param images of the dataset that have features
     * @param missing those that the next extraction computes
     * @param bad those that can have none, in order of their digests
     * @param bytes of the shards, which may hold images of other datasets too
     * @param repairs of the encoder, for whichever dataset, the latest first
     */
    public record OfEncoder(
            EncoderId encoder,
            int images,
            int missing,
            List<Bad> bad,
            int shards,
            long bytes,
            List<FeatureRepair> repairs) {
        public OfEncoder {
            bad = List.copyOf(bad);
            repairs = List.copyOf(repairs);
        }
    }

    /** @param lost whether it is missing or damaged in S3, and will be tried again; otherwise it cannot be decoded */
    public record Bad(Sha256 image, String reason, boolean lost) {}

    public static FeatureStatus of(Database database, Dataset dataset, List<EncoderId> encoders) {
        FeatureInventory inventory = new FeatureInventory(database.jdbi());
        FeatureRepairStore repairs = new FeatureRepairStore(database.jdbi());
        return new FeatureStatus(
                dataset.name(),
                dataset.digest(),
                encoders.stream()
                        .map(encoder -> of(inventory, repairs, dataset.digest(), encoder))
                        .toList());
    }

    private static OfEncoder of(
            FeatureInventory inventory, FeatureRepairStore repairs, Sha256 dataset, EncoderId encoder) {
        List<ShardUse> shards = inventory.shards(encoder, dataset);
        int images = shards.stream().mapToInt(ShardUse::images).sum();
        List<Bad> bad = inventory.bad(encoder, dataset).entrySet().stream()
                .map(entry -> new Bad(
                        entry.getKey(),
                        entry.getValue().reason(),
                        entry.getValue().lost()))
                .toList();
        return new OfEncoder(
                encoder,
                images,
                inventory.wanted(encoder, dataset) - images - bad.size(),
                bad,
                shards.size(),
                shards.stream().mapToLong(ShardUse::bytes).sum(),
                repairs.of(encoder));
    }
}
