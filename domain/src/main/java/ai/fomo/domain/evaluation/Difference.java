package ai.fomo.domain.evaluation;

/**
 * Two models in one measure, on the same items.
 *
 * @param gain how much better the first is than the second, from draws that both share: positive is better, whichever way the
 *     measure points
 */
public record Difference(double first, double second, Estimate gain) {}
