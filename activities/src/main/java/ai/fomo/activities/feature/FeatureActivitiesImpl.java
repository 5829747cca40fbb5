package ai.fomo.activities.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.Split;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.FeatureIndex;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.feature.View;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.Extraction;
import ai.fomo.learning.feature.FeatureExtractor;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.workflows.feature.FeatureActivities;
import ai.fomo.workflows.feature.FeaturePlan;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.feature.FeatureShardRequest;
import ai.fomo.workflows.feature.FeatureShardResult;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;

/** {@inheritDoc} */
public final class FeatureActivitiesImpl implements FeatureActivities {
    /** About ten seconds of one host with two cores, and 1.3 MB of features. */
    private static final int SHARD_SIZE = 512;

    /** A shard is in memory as a whole, in float32 and packed: where features are long it holds fewer images. */
    private static final int SHARD_NUMBERS = 1 << 24;

    private final DatasetStore datasets;
    private final FeatureStore features;
    private final BlobStore blobs;
    private final Encoders known;
    private final OpenEncoders encoders;

    public FeatureActivitiesImpl(
            DatasetStore datasets, FeatureStore features, BlobStore blobs, Encoders known, OpenEncoders encoders) {
        this.datasets = datasets;
        this.features = features;
        this.blobs = blobs;
        this.known = known;
        this.encoders = encoders;
    }

    @Override
    public FeaturePlan planFeatures(FeatureRequest request) {
        EncoderId encoder = known.id(request.encoder(), request.weights()).with(request.wantedView());
        List<Sha256> missing = features.missing(encoder, images(request.dataset(), encoder.view()));
        Sha256 list = blobs.put(BlobKind.FEATURES, ImageList.toBytes(missing));
        return new FeaturePlan(
                request.dataset(),
                encoder,
                list,
                missing.size(),
                Math.min(SHARD_SIZE, SHARD_NUMBERS / encoder.dimension()));
    }

    @Override
    public FeatureShardResult extractShard(FeatureShardRequest request) {
        FeaturePlan plan = request.plan();
        List<Sha256> planned = shardOf(plan, request.shard());
        // What an attempt before, or another run over the same images, has put meanwhile is not computed twice.
        List<Sha256> images = features.missing(plan.encoder(), planned);
        if (images.isEmpty()) {
            return new FeatureShardResult(planned.size(), 0);
        }
        Extraction extraction = extract(plan.encoder(), images);
        extraction.bad().forEach((image, reason) -> features.recordBad(plan.encoder(), image, reason));
        if (!extraction.images().isEmpty()) {
            Sha256 shard = blobs.put(BlobKind.FEATURES, FeatureShard.pack(extraction.rows()));
            features.recordShard(plan.encoder(), shard, extraction.images());
        }
        return new FeatureShardResult(planned.size(), extraction.bad().size());
    }

    @Override
    public FeatureManifest gatherFeatures(FeaturePlan plan) {
        List<Sha256> images = images(plan.dataset(), plan.encoder().view());
        FeatureIndex index = new FeatureIndex(new TreeMap<>(features.locate(plan.encoder(), images)));
        Sha256 blob = blobs.put(BlobKind.FEATURES, index.toCsv());
        return new FeatureManifest(
                blob, plan.dataset(), plan.encoder(), index.locations().size(), plan.images());
    }

    private Extraction extract(EncoderId encoder, List<Sha256> images) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        FeatureExtractor extractor = new FeatureExtractor(encoders.open(encoder));
        try {
            return extractor.extract(images, image -> blobs.get(BlobKind.COVERS, image), context::heartbeat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sha256> shardOf(FeaturePlan plan, int shard) {
        List<Sha256> missing = ImageList.parse(blobs.get(BlobKind.FEATURES, plan.missing()));
        int from = shard * plan.shardSize();
        return missing.subList(from, Math.min(from + plan.shardSize(), missing.size()));
    }

    /** Nothing but the original is ever judged or validated on. */
    private List<Sha256> images(Sha256 dataset, View view) {
        return datasets.items(dataset).stream()
                .filter(item -> view == View.ORIGINAL || item.split() == Split.TRAIN)
                .map(DatasetItem::image)
                .toList();
    }
}
