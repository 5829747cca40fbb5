package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the labels of a dataset have moved since an earlier one.
 *
 * @param before digest of the earlier dataset
 * @param distance Jensen-Shannon distance (base 2, the root of the divergence) between the two distributions of labels: 0
 *     where they are equal, 1 where they have no class in common
 * @param classes of either dataset: the later one's order, then those that only the earlier one has
 */
public record LabelDrift(Sha256 before, double distance, List<ClassDrift> classes) {
    public LabelDrift {
        classes = List.copyOf(classes);
    }

    /** Shares of the images that have the class, 0 to 1, in the earlier and the later dataset. */
    public record ClassDrift(String name, double shareBefore, double shareAfter) {
        public double change() {
            return shareAfter - shareBefore;
        }
    }

    /** @param before statistics of the dataset with digest {@code digestBefore} */
    public static LabelDrift between(Sha256 digestBefore, DatasetStatistics before, DatasetStatistics after) {
        Set<String> names = new LinkedHashSet<>();
        after.classes().forEach(counts -> names.add(counts.name()));
        before.classes().forEach(counts -> names.add(counts.name()));
        List<ClassDrift> classes = new ArrayList<>();
        double divergence = 0;
        for (String name : names) {
            int earlier = examples(before, name);
            int later = examples(after, name);
            classes.add(new ClassDrift(
                    name,
                    share(earlier, before.splits().total()),
                    share(later, after.splits().total())));
            divergence += contribution(share(earlier, labels(before)), share(later, labels(after)));
        }
        return new LabelDrift(digestBefore, Math.sqrt(Math.max(0, divergence)), classes);
    }

    private static int examples(DatasetStatistics statistics, String name) {
        return statistics.classes().stream()
                .filter(counts -> counts.name().equals(name))
                .mapToInt(ClassCounts::total)
                .sum();
    }

    private static int labels(DatasetStatistics statistics) {
        return statistics.classes().stream().mapToInt(ClassCounts::total).sum();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Of one class to the Jensen-Shannon divergence in bits. */
    private static double contribution(double p, double q) {
        double mean = (p + q) / 2;
        return (information(p, mean) + information(q, mean)) / 2;
    }

    private static double information(double p, double mean) {
        return p == 0 ? 0 : p * Math.log(p / mean) / Math.log(2);
    }
}
