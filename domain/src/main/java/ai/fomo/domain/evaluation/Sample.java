package ai.fomo.domain.evaluation;

import static java.util.Comparator.comparing;

import java.util.List;

/**
 * Items in the order of their groups' names, and in a group of their images' digests: the order they came in changes no draw and no
 * last digit.
 */
final class Sample {
    private final List<String> classes;
    private final List<ScoredItem> items;
    private final int[] groups;

    Sample(ScoredItems scored) {
        classes = scored.classes();
        items = scored.items().stream()
                .sorted(comparing(ScoredItem::group).thenComparing(ScoredItem::image))
                .toList();
        groups = new int[items.size()];
        for (int i = 1; i < groups.length; i++) {
            boolean same = items.get(i).group().equals(items.get(i - 1).group());
            groups[i] = groups[i - 1] + (same ? 0 : 1);
        }
    }

    List<String> classes() {
        return classes;
    }

    List<ScoredItem> items() {
        return items;
    }

    int numberOfGroups() {
        return groups[groups.length - 1] + 1;
    }

    /** Of the item at {@code index}, from 0 to {@link #numberOfGroups}. */
    int group(int index) {
        return groups[index];
    }

    Ranking ranking(int genre) {
        double[] scores = new double[groups.length];
        boolean[] positive = new boolean[groups.length];
        for (int i = 0; i < groups.length; i++) {
            scores[i] = items.get(i).probabilities()[genre];
            positive[i] = items.get(i).truth().contains(genre);
        }
        return new Ranking(scores, positive, groups);
    }
}
