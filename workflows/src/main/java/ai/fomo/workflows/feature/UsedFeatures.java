package ai.fomo.workflows.feature;

import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.workflows.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Functions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The features that a workflow trains and judges on. Where an activity finds some of them lost, they are extracted again, by
 * the same encoder, and the activity is called again: what it reads has to be asked for inside {@link #read}.
 */
public final class UsedFeatures {
    private final Consumer<Runnable> repair;
    private FeatureManifest originals;
    private @Nullable FeatureManifest mirrored;
    private @Nullable FeatureManifest posters;

    /**
     * @param mirrored of training images, and
     * @param posters to judge on; null where there are none
     * @param repair runs what it is given, and may say so before and after
     */
    public UsedFeatures(
            FeatureManifest originals,
            @Nullable FeatureManifest mirrored,
            @Nullable FeatureManifest posters,
            Consumer<Runnable> repair) {
        this.originals = originals;
        this.mirrored = mirrored;
        this.posters = posters;
        this.repair = repair;
    }

    public FeatureManifest originals() {
        return originals;
    }

    public @Nullable FeatureManifest mirrored() {
        return mirrored;
    }

    public @Nullable FeatureManifest posters() {
        return posters;
    }

    /** @param reading calls an activity with the features as they are then */
    public <R> R read(Functions.Func<R> reading) {
        return LostFeatures.recovered(reading, () -> repair.accept(this::extractAgain));
    }

    private void extractAgain() {
        originals = again(originals);
        mirrored = mirrored == null ? null : again(mirrored);
        posters = posters == null ? null : again(posters);
    }

    private static FeatureManifest again(FeatureManifest lost) {
        FeatureRequest request = new FeatureRequest(
                        lost.dataset(), lost.encoder().name(), lost.encoder().view())
                .withWeights(lost.encoder().weights());
        FeatureManifest found = Features.extract(request, () -> {});
        if (!found.encoder().equals(lost.encoder())) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "features of dataset " + lost.dataset().abbreviated() + " were lost, and can be had only of "
                            + found.encoder().runtime() + " now, not of "
                            + lost.encoder().runtime() + " as before; start it again",
                    FailureTypes.UNKNOWN_ENCODER);
        }
        return found;
    }
}
