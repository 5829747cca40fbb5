package ai.fomo.domain.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The measures of one class.
 *
 * @param support items that truly have it
 * @param averagePrecision null where no item has it
 * @param auc null where no item or every item has it
 */
public record GenreFigures(
        String genre,
        int support,
        int served,
        @Nullable Double averagePrecision,
        @Nullable Double auc,
        double precision,
        double recall,
        double f1,
        double threshold) {}
