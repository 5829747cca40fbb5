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
import ai.fomo.storage.blob.BlobPresence;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.feature.BadImage;
import ai.fomo.storage.feature.FeatureRepairStore;
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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@inheritDoc} */
public final class FeatureActivitiesImpl implements FeatureActivities {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureActivitiesImpl.class);

    private final DatasetStore datasets;
    private final FeatureStore features;
    private final FeatureRepairStore repairs;
    private final BlobStore blobs;
    private final Encoders known;
    private final OpenEncoders encoders;
    private final FeatureExtractor extractor;
    private final PlannedImages planned;

    public FeatureActivitiesImpl(
            DatasetStore datasets,
            FeatureStore features,
            FeatureRepairStore repairs,
            BlobStore blobs,
            Encoders known,
            OpenEncoders encoders,
            FeatureExtractor extractor) {
        this.datasets = datasets;
        this.features = features;
        this.repairs = repairs;
        this.blobs = blobs;
        this.known = known;
        this.encoders = encoders;
        this.extractor = extractor;
        this.planned = new PlannedImages(blobs);
    }

    @Override
    public FeaturePlan planFeatures(FeatureRequest request) {
        EncoderId encoder = known.id(request.encoder(), request.weights()).with(request.wantedView());
        List<Sha256> images = images(request.dataset(), encoder.view());
        dropMissingShards(encoder, images);
        List<Sha256> missing = features.missing(encoder, images);
        Sha256 list = blobs.put(BlobKind.FEATURES, ImageList.toBytes(missing));
        return new FeaturePlan(request.dataset(), encoder, list, missing.size(), ShardSize.of(encoder));
    }

    @Override
    public FeatureShardResult extractShard(FeatureShardRequest request) {
        FeaturePlan plan = request.plan();
        int first = request.shard() * plan.shardSize();
        List<Sha256> shard = planned.read(plan.missing(), first, first + plan.shardSize());
        // What an attempt before, or another run over the same images, has put meanwhile is not computed twice.
        List<Sha256> images = features.missing(plan.encoder(), shard);
        if (images.isEmpty()) {
            return new FeatureShardResult(shard.size(), 0);
        }
        Covers covers = new Covers(blobs);
        Extraction extraction = extract(plan.encoder(), images, covers);
        extraction.bad().forEach((image, reason) -> {
            if (covers.lost(image)) {
                features.recordLost(plan.encoder(), image, reason);
            } else {
                features.recordBad(plan.encoder(), image, reason);
            }
        });
        if (!extraction.images().isEmpty()) {
            Sha256 packed = blobs.put(BlobKind.FEATURES, FeatureShard.pack(extraction.rows()));
            features.recordShard(plan.encoder(), packed, extraction.images());
        }
        return new FeatureShardResult(shard.size(), extraction.bad().size());
    }

    @Override
    public FeatureManifest gatherFeatures(FeaturePlan plan) {
        List<Sha256> images = images(plan.dataset(), plan.encoder().view());
        FeatureIndex index = new FeatureIndex(new TreeMap<>(features.locate(plan.encoder(), images)));
        Set<Sha256> without = new LinkedHashSet<>(images);
        without.removeAll(index.locations().keySet());
        Map<Sha256, BadImage> bad = features.bad(plan.encoder(), without);
        if (bad.size() < without.size()) {
            throw FeaturesLostException.meanwhile(plan.dataset(), without.size() - bad.size());
        }
        refuseWhereMostAreLost(plan.dataset(), images.size(), bad.values());
        Sha256 blob = blobs.put(BlobKind.FEATURES, index.toCsv());
        return new FeatureManifest(
                blob, plan.dataset(), plan.encoder(), index.locations().size(), plan.images(), bad.size());
    }

    /** A hit is one only if its shard is there; whether it is intact is found out when it is read. */
    private void dropMissingShards(EncoderId encoder, List<Sha256> images) {
        Set<Sha256> gone = BlobPresence.missing(blobs, BlobKind.FEATURES, features.shards(encoder, images));
        if (!gone.isEmpty()) {
            int lost = repairs.drop(
                    encoder,
                    gone.stream().collect(Collectors.toMap(shard -> shard, shard -> "it is not in the bucket")));
            LOG.warn("{} shards of {} are gone; {} images are computed again", gone.size(), encoder.name(), lost);
        }
    }

    /** Few that are lost are the images' misfortune; where most are, it is the wrong bucket. */
    private static void refuseWhereMostAreLost(Sha256 dataset, int images, Collection<BadImage> bad) {
        List<BadImage> lost = bad.stream().filter(BadImage::lost).toList();
        if (2 * lost.size() > images) {
            throw new ImagesLostException(
                    dataset, lost.size(), images, lost.get(0).reason());
        }
    }

    private Extraction extract(EncoderId encoder, List<Sha256> images, Covers covers) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        try {
            return extractor.extract(encoders.open(encoder), images, covers, context::heartbeat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing but the original is ever judged or validated on. */
    private List<Sha256> images(Sha256 dataset, View view) {
        return datasets.items(dataset).stream()
                .filter(item -> view == View.ORIGINAL || item.split() == Split.TRAIN)
                .map(DatasetItem::image)
                .toList();
    }
}
