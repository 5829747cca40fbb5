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
    private final boolean[][] truths;

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
        truths = new boolean[classes.size()][items.size()];
        for (int i = 0; i < groups.length; i++) {
            for (int genre : items.get(i).truth()) {
                truths[genre][i] = true;
            }
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

    /** Which items truly have a class; not to be written to. */
    boolean[] truths(int genre) {
        return truths[genre];
    }

    Ranking ranking(int genre) {
        double[] scores =
                items.stream().mapToDouble(item -> item.probabilities()[genre]).toArray();
        return new Ranking(scores, truths[genre], groups);
    }
}
