package ai.fomo.domain.evaluation;

import java.util.List;

/** A model's figures on parts of the items. */
public final class Slices {
    private Slices() {}

    public static List<SliceFigures> of(Contender model, ClassFrequencies training, Bootstrap bootstrap) {
        return List.of();
    }
}
