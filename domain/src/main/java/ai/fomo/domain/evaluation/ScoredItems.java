package ai.fomo.domain.evaluation;

import java.util.List;

/** Items that one model has scored; at least one. */
public record ScoredItems(List<String> classes, List<ScoredItem> items) {
    public ScoredItems {
        classes = List.copyOf(classes);
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("there are no items to judge");
        }
        int number = classes.size();
        for (ScoredItem item : items) {
            if (item.probabilities().length != number
                    || !item.truth().stream().allMatch(genre -> 0 <= genre && genre < number)) {
                throw new IllegalArgumentException("item " + item.image() + " has " + item.probabilities().length
                        + " scores and true classes " + item.truth() + ", and there are " + classes.size()
                        + " classes");
            }
        }
    }

    /** What the items score in one class, in their order. */
    double[] scores(int genre) {
        return items.stream().mapToDouble(item -> item.probabilities()[genre]).toArray();
    }

    /** Which items truly have one class, in their order. */
    boolean[] truths(int genre) {
        boolean[] truths = new boolean[items.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = items.get(i).truth().contains(genre);
        }
        return truths;
    }
}
