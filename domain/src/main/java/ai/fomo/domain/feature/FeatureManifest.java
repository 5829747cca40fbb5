package ai.fomo.domain.feature;

import ai.fomo.domain.Sha256;

/**
 * Where the features of every item of a dataset lie.
 *
 * @param blob digest of the manifest itself, in {@code features/}: sorted CSV of image, shard digest, row
 * @param images rows of the manifest: the dataset's items less those whose image had gone bad
 * @param computed how many of them were not in the cache
 * @param bad items whose image had gone bad; 0 in payloads from before they were counted
 */
public record FeatureManifest(Sha256 blob, Sha256 dataset, EncoderId encoder, int images, int computed, int bad) {
    /** Of a dataset whose images are all good. */
    public FeatureManifest(Sha256 blob, Sha256 dataset, EncoderId encoder, int images, int computed) {
        this(blob, dataset, encoder, images, computed, 0);
    }
}
