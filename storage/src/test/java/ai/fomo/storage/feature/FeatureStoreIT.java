package ai.fomo.storage.feature;

import static ai.fomo.storage.Examples.ENCODER;
import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.digests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.FeatureLocation;
import ai.fomo.domain.feature.View;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FeatureStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final FeatureStore features = new FeatureStore(DATABASE.jdbi());

    @Test
    void featuresAreFoundWhereTheyWereRecorded() {
        List<Sha256> images = digests("found", 3);

        features.recordShard(ENCODER, digest("shard"), images);

        assertThat(features.locate(ENCODER, images))
                .isEqualTo(Map.of(
                        images.get(0), new FeatureLocation(digest("shard"), 0),
                        images.get(1), new FeatureLocation(digest("shard"), 1),
                        images.get(2), new FeatureLocation(digest("shard"), 2)));
    }

    @Test
    void whatIsMissingComesInTheOrderItWasAskedForAndOnce() {
        List<Sha256> images = digests("missing", 4);
        features.recordShard(ENCODER, digest("some"), List.of(images.get(1)));
        features.recordBad(ENCODER, images.get(3), "truncated");

        List<Sha256> asked = List.of(images.get(2), images.get(1), images.get(0), images.get(2), images.get(3));

        assertThat(features.missing(ENCODER, asked)).containsExactly(images.get(2), images.get(0));
        assertThat(features.bad(ENCODER, images)).isEqualTo(Map.of(images.get(3), new BadImage("truncated", false)));
    }

    @Test
    void anotherEncoderHasFeaturesOfItsOwn() {
        List<Sha256> images = digests("encoders", 2);
        features.recordShard(ENCODER, digest("of one encoder"), images);
        EncoderId other = new EncoderId("tiny", digest("weights"), "onnxruntime-1.30.0", 1, 4);

        assertThat(features.missing(other, images)).isEqualTo(images);
        assertThat(features.locate(other, images)).isEmpty();
    }

    @Test
    void featuresOfMirroredImagesAreKeptBesideThoseOfTheImages() {
        List<Sha256> images = digests("views", 2);
        features.recordShard(ENCODER, digest("of images"), images);
        features.recordShard(ENCODER.with(View.MIRROR), digest("of mirrored images"), images);

        assertThat(features.locate(ENCODER, images).get(images.get(1)))
                .isEqualTo(new FeatureLocation(digest("of images"), 1));
        assertThat(features.locate(ENCODER.with(View.MIRROR), images).get(images.get(1)))
                .isEqualTo(new FeatureLocation(digest("of mirrored images"), 1));
    }

    @Test
    void recordingAShardAgainChangesNothing() {
        List<Sha256> images = digests("again", 10);
        features.recordShard(ENCODER, digest("again"), images);
        features.recordShard(ENCODER, digest("again"), images);

        assertThat(features.locate(ENCODER, images)).hasSize(10);
    }

    @Test
    void ofTwoShardsWithTheSameImageTheFirstCounts() {
        List<Sha256> images = digests("overlap", 2);
        features.recordShard(ENCODER, digest("first"), List.of(images.get(0)));
        features.recordShard(ENCODER, digest("second"), images);

        Map<Sha256, FeatureLocation> found = features.locate(ENCODER, images);

        assertThat(found.get(images.get(0))).isEqualTo(new FeatureLocation(digest("first"), 0));
        assertThat(found.get(images.get(1))).isEqualTo(new FeatureLocation(digest("second"), 1));
    }

    @Test
    void shardsThatOverlapInOppositeOrderDoNotDeadlock() throws Exception {
        List<Sha256> images = digests("deadlock", 5_000);
        List<Sha256> backwards = new ArrayList<>(images);
        Collections.reverse(backwards);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> writers =
                    List.of(() -> record(digest("forwards"), images), () -> record(digest("backwards"), backwards));
            for (Future<Boolean> writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(features.missing(ENCODER, images)).isEmpty();
    }

    @Test
    void theShardsOfImagesAreNamedOnce() {
        List<Sha256> images = digests("shards", 4);
        features.recordShard(ENCODER, digest("one shard"), images.subList(0, 2));
        features.recordShard(ENCODER, digest("other shard"), images.subList(2, 3));

        assertThat(features.shards(ENCODER, images))
                .containsExactlyInAnyOrder(digest("one shard"), digest("other shard"));
    }

    @Test
    void anImageThatWasLostIsTriedAgainUntilItHasFeatures() {
        List<Sha256> images = digests("lost", 1);
        features.recordLost(ENCODER, images.get(0), "not in the bucket");

        assertThat(features.missing(ENCODER, images)).isEqualTo(images);
        assertThat(features.bad(ENCODER, images))
                .isEqualTo(Map.of(images.get(0), new BadImage("not in the bucket", true)));

        features.recordShard(ENCODER, digest("found again"), images);

        assertThat(features.missing(ENCODER, images)).isEmpty();
        assertThat(features.bad(ENCODER, images)).isEmpty();
    }

    @Test
    void anImageThatIsBadForGoodStaysSoAndOneThatWasLostMayTurnOutSo() {
        List<Sha256> images = digests("turns out", 2);
        features.recordBad(ENCODER, images.get(0), "truncated");
        features.recordLost(ENCODER, images.get(0), "not in the bucket");
        features.recordLost(ENCODER, images.get(1), "not in the bucket");
        features.recordBad(ENCODER, images.get(1), "no image");

        assertThat(features.bad(ENCODER, images))
                .isEqualTo(Map.of(
                        images.get(0), new BadImage("truncated", false),
                        images.get(1), new BadImage("no image", false)));
    }

    @Test
    void aShardWithAnImageTwiceIsRefused() {
        assertThatThrownBy(
                        () -> features.recordShard(ENCODER, digest("twice"), List.of(digest("image"), digest("image"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDatasetIsCoveredByWhatItsImagesHave() {
        Examples.startedRun(DATABASE.jdbi(), "covered");
        Sha256 dataset = Examples.manifest("examples").digest();
        features.recordShard(ENCODER, digest("covering"), List.of(digest("examples1"), digest("elsewhere")));
        features.recordBad(ENCODER, digest("examples3"), "truncated");

        assertThat(features.coverage(ENCODER, dataset)).isEqualTo(new FeatureCoverage(1, 1, 1));
    }

    @Test
    void aHundredThousandImagesAreOneCall() {
        List<Sha256> images = digests("many", 100_000);
        features.recordShard(ENCODER, digest("many"), images.subList(0, 20_000));

        assertThat(features.locate(ENCODER, images)).hasSize(20_000);
        assertThat(features.missing(ENCODER, images)).isEqualTo(images.subList(20_000, 100_000));
    }

    private boolean record(Sha256 shard, List<Sha256> images) {
        features.recordShard(ENCODER, shard, images);
        return true;
    }
}
