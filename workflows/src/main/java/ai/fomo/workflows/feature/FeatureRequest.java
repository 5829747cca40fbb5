package ai.fomo.workflows.feature;

import ai.fomo.domain.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What to compute.
 *
 * @param encoder by name; the worker's encoder of that name decides weights and runtime
 * @param position where to go on, after the extraction went on as a new execution; null at its start
 */
public record FeatureRequest(
        Sha256 dataset, String encoder, @Nullable FeaturePosition position) {
    public FeatureRequest(Sha256 dataset, String encoder) {
        this(dataset, encoder, null);
    }

    FeatureRequest continuingAt(FeaturePosition next) {
        return new FeatureRequest(dataset, encoder, next);
    }
}
