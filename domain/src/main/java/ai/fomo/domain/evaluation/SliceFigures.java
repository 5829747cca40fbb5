package ai.fomo.domain.evaluation;

/**
 * A model on the items of one slice, beside the same constants.
 *
 * @param figures by draws within the slice
 */
public record SliceFigures(Slice slice, int items, int groups, double genresPerItem, Figures figures) {}
