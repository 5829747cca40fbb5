package ai.fomo.storage.feature;

import static ai.fomo.storage.Examples.ENCODER;
import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.digests;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FeatureRepairStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final FeatureStore features = new FeatureStore(DATABASE.jdbi());
    private final FeatureRepairStore repairs = new FeatureRepairStore(DATABASE.jdbi());

    @Test
    void imagesOfALostShardAreMissingAndThoseOfOthersAreNot() {
        List<Sha256> images = digests("dropped", 3);
        features.recordShard(ENCODER, digest("lost shard"), images.subList(0, 2));
        features.recordShard(ENCODER, digest("intact shard"), images.subList(2, 3));

        int dropped = repairs.drop(ENCODER, Map.of(digest("lost shard"), "it was removed"));

        assertThat(dropped).isEqualTo(2);
        assertThat(features.missing(ENCODER, images)).isEqualTo(images.subList(0, 2));
    }

    @Test
    void aRepairIsRememberedWithWhatWasLostAndWhy() {
        EncoderId encoder = encoder("remembered");
        features.recordShard(encoder, digest("first"), digests("first", 2));
        features.recordShard(encoder, digest("second"), digests("second", 3));

        repairs.drop(encoder, Map.of(digest("first"), "it was removed"));
        repairs.drop(encoder, Map.of(digest("second"), "it was damaged"));

        assertThat(repairs.of(encoder))
                .extracting(FeatureRepair::shard, FeatureRepair::reason, FeatureRepair::images)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(digest("second"), "it was damaged", 3),
                        org.assertj.core.groups.Tuple.tuple(digest("first"), "it was removed", 2));
        assertThat(repairs.of(ENCODER.with(View.MIRROR))).isEmpty();
    }

    @Test
    void theSameShardOfAnotherEncoderStays() {
        EncoderId other = encoder("other");
        List<Sha256> images = digests("shared", 1);
        features.recordShard(ENCODER, digest("shared shard"), images);
        features.recordShard(other, digest("shared shard"), images);

        repairs.drop(other, Map.of(digest("shared shard"), "too short"));

        assertThat(features.locate(ENCODER, images)).containsKey(images.get(0));
    }

    @Test
    void aShardThatIsPutAgainIsInTheIndexAgain() {
        List<Sha256> images = digests("again", 2);
        features.recordShard(ENCODER, digest("put again"), images);
        repairs.drop(ENCODER, Map.of(digest("put again"), "it was removed"));

        features.recordShard(ENCODER, digest("put again"), images);

        assertThat(features.missing(ENCODER, images)).isEmpty();
    }

    @Test
    void ofManyWhoFindTheSameShardLostOneRepairsIt() throws Exception {
        EncoderId encoder = encoder("crowd");
        features.recordShard(encoder, digest("crowd"), digests("crowd", 5));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> drop = () -> repairs.drop(encoder, Map.of(digest("crowd"), "it was removed"));
            int dropped = 0;
            for (Future<Integer> one : threads.invokeAll(List.of(drop, drop, drop, drop))) {
                dropped += one.get();
            }
            assertThat(dropped).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
        assertThat(repairs.of(encoder)).hasSize(1);
    }

    private static EncoderId encoder(String name) {
        return new EncoderId(name, digest("weights"), "onnxruntime-1.29.0", 1, 4);
    }
}
