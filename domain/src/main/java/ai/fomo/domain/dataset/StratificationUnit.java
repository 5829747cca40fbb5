package ai.fomo.domain.dataset;

import java.util.stream.IntStream;

/**
 * What is assigned as a whole: a group, or an image without one.
 *
 * @param key unique among the units; with the seed it decides ties, never the order in which units are given
 * @param items at least 1
 * @param classes ascending indices of the classes that its items have
 * @param counts how many of its items have each of {@code classes}; at least 1
 */
public record StratificationUnit(String key, int items, int[] classes, int[] counts) {
    public StratificationUnit {
        if (items < 1 || classes.length != counts.length) {
            throw new IllegalArgumentException("unit '" + key + "' has " + items + " items, " + classes.length
                    + " classes and " + counts.length + " counts");
        }
    }

    /** @param byClass how many of the items have each of the classes 0 to {@code classes} - 1 */
    static StratificationUnit of(String key, int items, int classes, int[] byClass) {
        int[] present = IntStream.range(0, classes).filter(c -> byClass[c] > 0).toArray();
        int[] counts = IntStream.of(present).map(c -> byClass[c]).toArray();
        return new StratificationUnit(key, items, present, counts);
    }
}
