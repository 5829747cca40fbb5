package ai.fomo.domain.evaluation;

/** Whether two models were asked the same, without which nothing can be said of the difference between them. */
final class SameItems {
    private SameItems() {}

    /** @throws IllegalArgumentException naming the first thing that differs */
    static void check(ScoredItems first, ScoredItems second) {
        if (!first.classes().equals(second.classes())) {
            throw new IllegalArgumentException("a model of " + first.classes() + " cannot be compared with one of "
                    + second.classes() + ": they have to know the same classes");
        }
        if (first.items().size() != second.items().size()) {
            throw new IllegalArgumentException(
                    "a model judged on " + first.items().size()
                            + " items cannot be compared with one judged on "
                            + second.items().size() + ": they have to be the same items");
        }
        for (int i = 0; i < first.items().size(); i++) {
            ScoredItem one = first.items().get(i);
            ScoredItem other = second.items().get(i);
            if (!one.image().equals(other.image())
                    || !one.group().equals(other.group())
                    || !one.truth().equals(other.truth())) {
                throw new IllegalArgumentException(
                        "models can only be compared on the same items in the same order; item " + (i + 1) + " is "
                                + described(one) + " for one and " + described(other) + " for the other");
            }
        }
    }

    private static String described(ScoredItem item) {
        return item.image().abbreviated() + " of '" + item.group() + "' with classes " + item.truth();
    }
}
