package ai.fomo.worker.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.activities.feature.EncoderMismatchException;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.learning.feature.FeatureRow;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.feature.BadImage;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.workflows.feature.FeaturePlan;
import ai.fomo.workflows.feature.FeatureShardRequest;
import ai.fomo.workflows.feature.FeatureShardResult;
import io.temporal.failure.ActivityFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Shards as a worker computes them, over real services. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShardsIT {
    private FeatureServices services;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        services = new FeatureServices(directory);
    }

    @AfterAll
    void stop() throws Exception {
        services.close();
    }

    @Test
    void theListOfAPlanIsFetchedOnceForAllItsShards() throws Exception {
        Dataset dataset = services.dataset("listed", 5);
        FeaturePlan plan = inShardsOf(2, services.plan(dataset));
        assertThat(extract(plan, 0)).isEqualTo(new FeatureShardResult(2, 0));

        services.lose(BlobKind.FEATURES, plan.missing());

        assertThat(extract(plan, 1)).isEqualTo(new FeatureShardResult(2, 0));
        assertThat(extract(plan, 2)).isEqualTo(new FeatureShardResult(1, 0));
        assertThat(services.activities().gatherFeatures(plan).images()).isEqualTo(5);
    }

    @Test
    void aShardThatIsDoneIsNotComputedAgain() throws Exception {
        Dataset dataset = services.dataset("done", 3);
        FeaturePlan plan = services.plan(dataset);
        extract(plan, 0);
        FeatureManifest before = services.activities().gatherFeatures(plan);
        for (Sha256 image : List.copyOf(services.reader().read(before).keySet())) {
            services.lose(BlobKind.COVERS, image);
        }

        assertThat(extract(plan, 0)).isEqualTo(new FeatureShardResult(3, 0));
        assertThat(services.activities().gatherFeatures(plan)).isEqualTo(before);
    }

    @Test
    void anEncoderOfOtherWeightsThanThisWorkersIsRefusedAndNothingIsWritten() throws Exception {
        Dataset dataset = services.dataset("foreign", 3);
        FeaturePlan plan = services.plan(dataset);
        EncoderId ours = plan.encoder();
        Sha256 weights = Sha256.of("weights of somebody else".getBytes(StandardCharsets.UTF_8));
        EncoderId foreign = new EncoderId(ours.name(), weights, ours.runtime(), ours.preprocessing(), ours.dimension());
        FeaturePlan other = new FeaturePlan(plan.dataset(), foreign, plan.missing(), plan.images(), plan.shardSize());

        assertThatThrownBy(() -> extract(other, 0))
                .isInstanceOf(ActivityFailure.class)
                .hasStackTraceContaining(EncoderMismatchException.class.getSimpleName())
                .hasStackTraceContaining("asked for was " + ours.runtime() + ", weights " + weights.abbreviated());

        assertThat(new FeatureStore(services.database().jdbi())
                        .coverage(foreign, dataset.digest())
                        .images())
                .isZero();
    }

    @Test
    void imagesThatWentBadAreListedAndLeaveTheirNeighboursTheirOwnFeatures() throws Exception {
        byte[] first = FeatureServices.picture("neighbour 1");
        byte[] last = FeatureServices.picture("neighbour 2");
        byte[] page = "<html>moved</html>".getBytes(StandardCharsets.UTF_8);
        byte[] lost = FeatureServices.picture("neighbour lost");
        Dataset dataset = services.dataset("neighbours", List.of(page, first, lost, last));
        services.lose(BlobKind.COVERS, Sha256.of(lost));

        FeatureManifest mixed = services.extract(dataset);

        Map<Sha256, BadImage> bad = new FeatureStore(services.database().jdbi())
                .bad(mixed.encoder(), List.of(Sha256.of(page), Sha256.of(lost), Sha256.of(first)));
        assertThat(bad).containsOnlyKeys(Sha256.of(page), Sha256.of(lost));
        assertThat(bad.values()).allSatisfy(image -> assertThat(image.reason()).isNotBlank());
        Map<Sha256, FeatureRow> rows = services.reader().read(mixed);
        assertThat(rows).containsOnlyKeys(Sha256.of(first), Sha256.of(last));
        assertThat(row(rows, first, mixed)).isNotEqualTo(row(rows, last, mixed)).isNotEqualTo(zeros(mixed));
        // Alone in a shard they would be the same.
        services.repairs().drop(mixed.encoder(), shards(mixed, List.of(Sha256.of(first))));
        FeatureManifest alone = services.extract(services.dataset("alone", List.of(first, last)));
        Map<Sha256, FeatureRow> again = services.reader().read(alone);
        assertThat(row(again, first, alone)).isEqualTo(row(rows, first, mixed));
        assertThat(row(again, last, alone)).isEqualTo(row(rows, last, mixed));
    }

    private FeatureShardResult extract(FeaturePlan plan, int shard) {
        return services.worker().extractShard(new FeatureShardRequest(plan, shard));
    }

    private static FeaturePlan inShardsOf(int images, FeaturePlan plan) {
        return new FeaturePlan(plan.dataset(), plan.encoder(), plan.missing(), plan.images(), images);
    }

    private Map<Sha256, String> shards(FeatureManifest manifest, List<Sha256> images) {
        return new FeatureStore(services.database().jdbi())
                .shards(manifest.encoder(), images).stream()
                        .collect(Collectors.toMap(shard -> shard, shard -> "dropped"));
    }

    private static float[] row(Map<Sha256, FeatureRow> rows, byte[] image, FeatureManifest manifest) {
        float[] row = zeros(manifest);
        Objects.requireNonNull(rows.get(Sha256.of(image))).read(row, 0);
        return row;
    }

    private static float[] zeros(FeatureManifest manifest) {
        return new float[manifest.encoder().dimension()];
    }
}
