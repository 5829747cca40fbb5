package ai.fomo.workflows.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.View;
import org.jspecify.annotations.Nullable;

/**
 * What to compute.
 *
 * @param encoder by name; the worker's encoder of that name decides weights and runtime
 * @param position where to go on, after the extraction went on as a new execution; null at its start
 * @param view of the images; null is the original. Of another view there are features of training items alone
 * @param weights of the encoder, where they are provided; null for those that count now
 */
public record FeatureRequest(
        Sha256 dataset,
        String encoder,
        @Nullable FeaturePosition position,
        @Nullable View view,
        @Nullable Sha256 weights) {
    public FeatureRequest(Sha256 dataset, String encoder) {
        this(dataset, encoder, View.ORIGINAL);
    }

    public FeatureRequest(Sha256 dataset, String encoder, View view) {
        this(dataset, encoder, null, view == View.ORIGINAL ? null : view, null);
    }

    /** Of a model that was trained on these, whichever count now. */
    public FeatureRequest withWeights(@Nullable Sha256 wanted) {
        return new FeatureRequest(dataset, encoder, position, view, wanted);
    }

    /** What {@link #view} says, where it says nothing too. */
    public View wantedView() {
        return view == null ? View.ORIGINAL : view;
    }

    FeatureRequest continuingAt(FeaturePosition next) {
        return new FeatureRequest(dataset, encoder, next, view, weights);
    }
}
