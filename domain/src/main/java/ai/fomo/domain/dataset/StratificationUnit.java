package ai.fomo.domain.dataset;

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
}
