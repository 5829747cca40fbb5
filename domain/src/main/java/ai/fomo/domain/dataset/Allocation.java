package ai.fomo.domain.dataset;

import java.util.Arrays;

/**
 * Units in parts, with the counts that follow, the counts that are wanted, and how far apart these are.
 *
 * <p>Arrays by part and class have the entry of part p and class c at {@code p * stride + c}; the last class of a part is
 * "any item at all" ({@link UnitTable}).
 */
final class Allocation {
    static final int NOWHERE = -1;

    private final UnitTable table;
    private final Goal goal;
    private final int stride;
    private final int[] partOf;
    private final int[] items;
    private final int[] presence;

    Allocation(UnitTable table, Goal goal) {
        this.table = table;
        this.goal = goal;
        this.stride = table.any() + 1;
        this.partOf = new int[table.units()];
        Arrays.fill(partOf, NOWHERE);
        this.items = new int[goal.wanted().length];
        this.presence = goal.present().clone();
    }

    UnitTable table() {
        return table;
    }

    Goal goal() {
        return goal;
    }

    int part(int unit) {
        return partOf[unit];
    }

    int[] parts() {
        return partOf.clone();
    }

    /** Items that the part still wants of the class; negative where it has too many. */
    double lacking(int part, int c) {
        return goal.wanted()[part * stride + c] - items[part * stride + c];
    }

    /** Items for which the part has room; negative where it has too many. */
    int room(int part) {
        return goal.sizes()[part] - items[part * stride + table.any()];
    }

    /** Whether the part has none of a class that it has to have. */
    boolean misses(int part, int c) {
        return goal.required()[part * stride + c] && presence[part * stride + c] == 0;
    }

    /** Pairs of part and class that {@link #misses} holds for. */
    int missing() {
        int missing = 0;
        for (int i = 0; i < presence.length; i++) {
            if (goal.required()[i] && presence[i] == 0) {
                missing++;
            }
        }
        return missing;
    }

    /** How many more pairs would be missing, were the unit in {@code to}; negative where fewer would be. */
    int missingAfterMove(int unit, int to) {
        int more = 0;
        int from = partOf[unit];
        for (int e = table.start()[unit]; e < table.start()[unit + 1]; e++) {
            int c = table.classOf()[e];
            if (goal.required()[from * stride + c] && presence[from * stride + c] == 1) {
                more++;
            }
            if (misses(to, c)) {
                more--;
            }
        }
        return more;
    }

    void place(int unit, int part) {
        for (int e = table.start()[unit]; e < table.start()[unit + 1]; e++) {
            int at = part * stride + table.classOf()[e];
            items[at] += table.countOf()[e];
            presence[at]++;
        }
        partOf[unit] = part;
    }

    void move(int unit, int to) {
        int from = partOf[unit];
        for (int e = table.start()[unit]; e < table.start()[unit + 1]; e++) {
            int at = from * stride + table.classOf()[e];
            items[at] -= table.countOf()[e];
            presence[at]--;
        }
        place(unit, to);
    }

    /** By how much the weighted sum of squared deviations would grow, were the unit in {@code to}. */
    double growth(int unit, int to) {
        double growth = 0;
        int from = partOf[unit];
        for (int e = table.start()[unit]; e < table.start()[unit + 1]; e++) {
            int c = table.classOf()[e];
            int count = table.countOf()[e];
            growth += goal.weight()[from * stride + c] * count * (count + 2 * lacking(from, c));
            growth += goal.weight()[to * stride + c] * count * (count - 2 * lacking(to, c));
        }
        return growth;
    }
}
