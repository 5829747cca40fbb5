package ai.fomo.domain.evaluation;

/**
 * Pairs of item and class whose confidence lies in [low, high), and in the last bin 1 too.
 *
 * @param confidence mean of the pairs; 0 where there are none
 * @param share of the pairs that are true; 0 where there are none
 */
public record CalibrationBin(double low, double high, int pairs, double confidence, double share) {}
