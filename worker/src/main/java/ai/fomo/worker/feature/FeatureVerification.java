package ai.fomo.worker.feature;

import ai.fomo.activities.feature.ShardRows;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.storage.Database;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.feature.FeatureInventory;
import ai.fomo.storage.feature.FeatureRepairStore;
import ai.fomo.storage.feature.ShardUse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Reads every shard that the features of a dataset lie in, one at a time, and holds it against the index. */
public final class FeatureVerification {
    private final Dataset dataset;
    private final BlobStore blobs;
    private final FeatureRepairStore repairs;
    /** In the order of the encoders. */
    private final Map<EncoderId, List<ShardUse>> shards = new LinkedHashMap<>();

    public FeatureVerification(Database database, BlobStore blobs, Dataset dataset, List<EncoderId> encoders) {
        this.dataset = dataset;
        this.blobs = blobs;
        this.repairs = new FeatureRepairStore(database.jdbi());
        FeatureInventory inventory = new FeatureInventory(database.jdbi());
        encoders.forEach(encoder -> shards.put(encoder, inventory.shards(encoder, dataset.digest())));
    }

    /** How many there are to read. */
    public int shards() {
        return shards.values().stream().mapToInt(List::size).sum();
    }

    /**
     * @param repair whether what cannot be read is taken out of the index, so that the next extraction computes it
     * @param progress told how many shards were read
     */
    public VerifiedFeatures run(boolean repair, LongConsumer progress) {
        List<VerifiedFeatures.OfEncoder> verified = new ArrayList<>();
        long done = 0;
        for (Map.Entry<EncoderId, List<ShardUse>> one : shards.entrySet()) {
            EncoderId encoder = one.getKey();
            List<ShardUse> known = one.getValue();
            List<VerifiedFeatures.Unreadable> unreadable = new ArrayList<>();
            for (ShardUse shard : known) {
                read(encoder, shard).ifPresent(unreadable::add);
                progress.accept(++done);
            }
            int dropped = repair ? repairs.drop(encoder, reasons(unreadable)) : 0;
            verified.add(new VerifiedFeatures.OfEncoder(
                    encoder, known.stream().mapToInt(ShardUse::images).sum(), known.size(), unreadable, dropped));
        }
        return new VerifiedFeatures(dataset.name(), dataset.digest(), verified);
    }

    /** Empty where it is intact. */
    private Optional<VerifiedFeatures.Unreadable> read(EncoderId encoder, ShardUse shard) {
        try {
            byte[] content = blobs.get(BlobKind.FEATURES, shard.shard());
            ShardRows.open(ByteBuffer.wrap(content), encoder.dimension(), shard.rows());
            return Optional.empty();
        } catch (BlobMissingException e) {
            return Optional.of(unreadable(shard, VerifiedFeatures.State.MISSING, e));
        } catch (BlobDamagedException | IllegalArgumentException e) {
            return Optional.of(unreadable(shard, VerifiedFeatures.State.DAMAGED, e));
        }
    }

    private static VerifiedFeatures.Unreadable unreadable(
            ShardUse shard, VerifiedFeatures.State state, RuntimeException why) {
        return new VerifiedFeatures.Unreadable(shard.shard(), state, shard.images(), String.valueOf(why.getMessage()));
    }

    private static Map<Sha256, String> reasons(List<VerifiedFeatures.Unreadable> unreadable) {
        return unreadable.stream()
                .collect(Collectors.toMap(VerifiedFeatures.Unreadable::shard, VerifiedFeatures.Unreadable::reason));
    }
}
