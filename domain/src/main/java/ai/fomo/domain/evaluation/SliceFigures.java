package ai.fomo.domain.evaluation;

/**
 * A model on the items of one slice.
 *
 * @param figures by draws within the slice, beside the constants that name as many classes as the model does within it
 */
public record SliceFigures(Slice slice, int items, int groups, double genresPerItem, Figures figures) {}
