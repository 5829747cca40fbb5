package ai.fomo.storage.feature;

import static ai.fomo.storage.Examples.ENCODER;
import static ai.fomo.storage.Examples.digest;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of a dataset with one image to train, one to validate and one to test. */
final class FeatureInventoryIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Sha256 DATASET = Examples.manifest("examples").digest();
    private static final EncoderId MIRROR = ENCODER.with(View.MIRROR);
    private static final EncoderId ELSEWHERE =
            new EncoderId("elsewhere", digest("weights"), "onnxruntime-1.29.0", 1, 4);

    private final FeatureInventory inventory = new FeatureInventory(DATABASE.jdbi());

    @BeforeAll
    static void computeSome() {
        Examples.startedRun(DATABASE.jdbi(), "inventory");
        FeatureStore features = new FeatureStore(DATABASE.jdbi());
        features.recordShard(ENCODER, digest("shard"), List.of(digest("of another dataset"), digest("examples1")));
        features.recordBad(ENCODER, digest("examples2"), "truncated");
        features.recordShard(MIRROR, digest("mirrored"), List.of(digest("examples1")));
        features.recordShard(ELSEWHERE, digest("elsewhere"), List.of(digest("of another dataset")));
        DATABASE.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "insert into blob (kind, digest, bytes) values ('features', :digest, 1234)")
                        .bind("digest", digest("shard"))
                        .execute());
    }

    @Test
    void encodersAreThoseThatHaveLookedAtTheDataset() {
        assertThat(inventory.encoders(DATASET)).contains(ENCODER, MIRROR).doesNotContain(ELSEWHERE);
    }

    @Test
    void anEncoderWhoseFeaturesWereAllDroppedIsStillThere() {
        EncoderId repaired = new EncoderId("repaired", digest("weights"), "onnxruntime-1.29.0", 1, 4);
        new FeatureStore(DATABASE.jdbi()).recordShard(repaired, digest("damaged"), List.of(digest("examples1")));
        new FeatureRepairStore(DATABASE.jdbi()).drop(repaired, Map.of(digest("damaged"), "it is damaged"));

        assertThat(inventory.encoders(DATASET)).contains(repaired);
    }

    @Test
    void ofMirrorImagesOnlyThoseToTrainOnAreWanted() {
        assertThat(inventory.wanted(ENCODER, DATASET)).isEqualTo(3);
        assertThat(inventory.wanted(MIRROR, DATASET)).isEqualTo(1);
    }

    @Test
    void aShardHasAtLeastTheRowsThatTheDatasetPointsTo() {
        assertThat(inventory.shards(ENCODER, DATASET)).containsExactly(new ShardUse(digest("shard"), 1, 2, 1234));
    }

    @Test
    void imagesWithoutFeaturesAreListedWithTheirReasons() {
        assertThat(inventory.bad(ENCODER, DATASET))
                .isEqualTo(Map.of(digest("examples2"), new BadImage("truncated", false)));
        assertThat(inventory.bad(MIRROR, DATASET)).isEmpty();
    }
}
