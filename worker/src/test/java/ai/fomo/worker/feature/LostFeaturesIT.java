package ai.fomo.worker.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.activities.feature.FeaturesLostException;
import ai.fomo.activities.feature.ImagesLostException;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.FeatureIndex;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.feature.FeatureRepair;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.workflows.feature.FeaturePlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of features, and of images, that S3 has lost or damaged. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostFeaturesIT {
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
    void aHitWhoseShardIsGoneIsComputedAgainToTheSameManifest() throws Exception {
        Dataset dataset = services.dataset("gone", 5);
        FeatureManifest before = services.extract(dataset);
        Sha256 shard = shard(before);
        services.lose(BlobKind.FEATURES, shard);

        FeatureManifest after = services.extract(dataset);

        assertThat(after.computed()).isEqualTo(5);
        assertThat(after.blob()).isEqualTo(before.blob());
        assertThat(services.reader().read(after)).hasSize(5);
        assertThat(repairsOf(before.encoder(), shard)).singleElement().satisfies(repair -> {
            assertThat(repair.images()).isEqualTo(5);
            assertThat(repair.reason()).isEqualTo("it is not in the bucket");
        });
    }

    @Test
    void aFullCacheIsLeftAsItIs() throws Exception {
        Dataset dataset = services.dataset("full", 3);
        FeatureManifest before = services.extract(dataset);

        FeatureManifest after = services.extract(dataset);

        assertThat(after.computed()).isZero();
        assertThat(repairsOf(before.encoder(), shard(before))).isEmpty();
    }

    @Test
    void aDamagedShardIsFoundOutWhereItIsReadAndComputedAgain() throws Exception {
        Dataset dataset = services.dataset("damaged", 4);
        FeatureManifest before = services.extract(dataset);
        services.damage(BlobKind.FEATURES, shard(before));

        assertThatThrownBy(() -> services.reader().read(before))
                .isInstanceOf(FeaturesLostException.class)
                .hasMessageContaining(
                        "1 shard of the features of dataset " + dataset.digest().abbreviated())
                .hasMessageContaining("is damaged");
        FeatureManifest after = services.extract(dataset);

        assertThat(after.computed()).isEqualTo(4);
        assertThat(services.reader().read(after)).hasSize(4);
        assertThat(repairsOf(before.encoder(), shard(before))).hasSize(1);
    }

    @Test
    void whatIsNoShardOrAnotherThanTheIndexSaysIsLostToo() throws Exception {
        assertThatThrownBy(() -> readFrom("no shard", "this is no shard".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FeaturesLostException.class)
                .hasMessageContaining("not a feature shard");
        assertThatThrownBy(() -> readFrom("narrow", FeatureShard.pack(new float[3][4])))
                .isInstanceOf(FeaturesLostException.class)
                .hasMessageContaining("3 rows of 4 numbers, where there must be 3 of 1280");
        assertThatThrownBy(() -> readFrom("short", FeatureShard.pack(new float[2][1280])))
                .isInstanceOf(FeaturesLostException.class)
                .hasMessageContaining("2 rows of 1280 numbers, where there must be 3 of 1280");
    }

    @Test
    void aManifestThatIsGoneIsWrittenAgain() throws Exception {
        Dataset dataset = services.dataset("manifest", 3);
        FeatureManifest before = services.extract(dataset);
        services.lose(BlobKind.FEATURES, before.blob());

        assertThatThrownBy(() -> services.reader().read(before)).isInstanceOf(FeaturesLostException.class);

        assertThat(services.extract(dataset).computed()).isZero();
        assertThat(services.reader().read(before)).hasSize(3);
    }

    @Test
    void imagesThatLoseTheirFeaturesBeforeTheyAreGatheredAreNotLeftOutSilently() throws Exception {
        Dataset dataset = services.dataset("meanwhile", 3);
        FeaturePlan plan = services.plan(dataset);
        services.extractShards(plan);
        Sha256 shard = new FeatureStore(services.database().jdbi())
                .shards(plan.encoder(), images(dataset))
                .iterator()
                .next();
        services.repairs().drop(plan.encoder(), Map.of(shard, "it is damaged"));

        assertThatThrownBy(() -> services.activities().gatherFeatures(plan))
                .isInstanceOf(FeaturesLostException.class)
                .hasMessageStartingWith(
                        "3 images of dataset " + dataset.digest().abbreviated());
    }

    @Test
    void anImageThatS3HasLostIsLeftOutCountedAndTakenInAgainOnceItIsBack() throws Exception {
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pictures.add(FeatureServices.picture("lost cover " + i));
        }
        Dataset dataset = services.dataset("lost-cover", pictures);
        services.lose(BlobKind.COVERS, Sha256.of(pictures.get(1)));
        services.damage(BlobKind.COVERS, Sha256.of(pictures.get(3)));

        FeatureManifest without = services.extract(dataset);

        assertThat(without.images()).isEqualTo(3);
        assertThat(without.bad()).isEqualTo(2);
        assertThat(services.reader().read(without))
                .doesNotContainKeys(Sha256.of(pictures.get(1)), Sha256.of(pictures.get(3)));

        services.blobs().put(BlobKind.COVERS, pictures.get(1));
        services.blobs().put(BlobKind.COVERS, pictures.get(3));
        FeatureManifest with = services.extract(dataset);

        assertThat(with.images()).isEqualTo(5);
        assertThat(with.bad()).isZero();
        assertThat(with.computed()).isEqualTo(2);
    }

    @Test
    void anImageThatCannotBeDecodedIsLeftOutForGood() throws Exception {
        byte[] none = "<html>not found</html>".getBytes(StandardCharsets.UTF_8);
        Dataset dataset = services.dataset(
                "undecodable",
                List.of(
                        FeatureServices.picture("good one"),
                        none,
                        FeatureServices.picture("good two"),
                        FeatureServices.picture("good three")));

        FeatureManifest manifest = services.extract(dataset);

        assertThat(manifest.images()).isEqualTo(3);
        assertThat(manifest.bad()).isEqualTo(1);
        assertThat(services.reader().read(manifest)).doesNotContainKey(Sha256.of(none));
        assertThat(services.plan(dataset).images()).isZero();
    }

    @Test
    void whereMostImagesAreLostItIsNotTheirFault() throws Exception {
        Dataset dataset = services.dataset("wrong-bucket", 4);
        for (Sha256 image : images(dataset).subList(0, 3)) {
            services.lose(BlobKind.COVERS, image);
        }

        assertThatThrownBy(() -> services.extract(dataset))
                .isInstanceOf(ImagesLostException.class)
                .hasMessageContaining(
                        "3 of the 4 images of dataset " + dataset.digest().abbreviated())
                .hasMessageContaining("import the images again");
    }

    /** Reads features that the index says are in this content. */
    private void readFrom(String name, byte[] content) throws Exception {
        Dataset dataset = services.dataset(name.replace(' ', '-'), 3);
        FeaturePlan plan = services.plan(dataset);
        Sha256 shard = services.blobs().put(BlobKind.FEATURES, content);
        new FeatureStore(services.database().jdbi()).recordShard(plan.encoder(), shard, images(dataset));
        services.reader().read(services.activities().gatherFeatures(plan));
    }

    private List<Sha256> images(Dataset dataset) {
        return new DatasetStore(services.database().jdbi())
                .items(dataset.digest()).stream().map(DatasetItem::image).toList();
    }

    private List<FeatureRepair> repairsOf(EncoderId encoder, Sha256 shard) {
        return services.repairs().of(encoder).stream()
                .filter(repair -> repair.shard().equals(shard))
                .toList();
    }

    /** The only one. */
    private Sha256 shard(FeatureManifest manifest) {
        return FeatureIndex.parse(services.blobs().get(BlobKind.FEATURES, manifest.blob()))
                .locations()
                .values()
                .iterator()
                .next()
                .shard();
    }
}
