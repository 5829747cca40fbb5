package ai.fomo.domain.evaluation;

import java.util.List;
import java.util.Set;

/** The answers that never look at an image: the most frequent training classes, for every item alike. */
final class Constants {
    private final int[] places;

    Constants(ClassFrequencies training) {
        List<Integer> byFrequency = training.byFrequency();
        places = new int[byFrequency.size()];
        for (int place = 0; place < places.length; place++) {
            places[byFrequency.get(place)] = place;
        }
    }

    /** The constant that names {@code number} classes, or all that there are, on one item. */
    Match match(int number, Set<Integer> truth) {
        int named = Math.min(number, places.length);
        int common = 0;
        for (int genre : truth) {
            common += places[genre] < named ? 1 : 0;
        }
        return new Match(truth.size(), named, common);
    }

    /** The constant that names {@code number} classes, on items of which {@code support} have each class. */
    ClassTally tally(int number, double items, double[] support) {
        double[] served = new double[places.length];
        double[] hits = new double[places.length];
        for (int genre = 0; genre < places.length; genre++) {
            if (places[genre] < number) {
                served[genre] = items;
                hits[genre] = support[genre];
            }
        }
        return new ClassTally(items, served, support, hits);
    }
}
