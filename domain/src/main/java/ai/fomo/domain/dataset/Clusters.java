package ai.fomo.domain.dataset;

/** What has been joined, directly or through others: a disjoint-set forest with path halving. */
final class Clusters {
    private final int[] parents;

    Clusters(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /** The smallest member of the cluster. */
    int of(int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** @return whether they were apart */
    boolean join(int one, int other) {
        int first = of(one);
        int second = of(other);
        parents[Math.max(first, second)] = Math.min(first, second);
        return first != second;
    }
}
