package ai.fomo.worker.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.ClassCounts;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetStatistics;
import ai.fomo.domain.dataset.Exclusion;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.Leak;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.dataset.SubsetSize;
import ai.fomo.domain.genre.Labelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a dataset that was built; also the JSON of {@code fomo dataset show}.
 *
 * @param map digest of the genre map; null where every label is a class of its own
 * @param subset null for a whole dataset
 * @param classes in the order of a model's outputs
 * @param coOccurrence images with both classes, in the order of {@code classes}; the diagonal holds the totals
 * @param fewTestExamples classes with fewer than {@link RareClassRule#FEW_TEST_EXAMPLES} test images
 * @param findings what the build had to say, one sentence each
 * @param drift null where there is no earlier dataset
 */
public record DatasetDocument(
        String name,
        Sha256 digest,
        Instant builtAt,
        long seed,
        @Nullable Sha256 map,
        @Nullable SubsetPart subset,
        RetrainDocument.SplitsPart splits,
        List<ClassPart> classes,
        double cardinality,
        double imbalanceRatio,
        double meanImbalanceRatio,
        List<List<Integer>> coOccurrence,
        List<LeakPart> leaks,
        List<ExclusionPart> exclusions,
        List<String> fewTestExamples,
        List<String> findings,
        @Nullable DriftPart drift) {
    /** Of each kind and reason; all of them are rows in PostgreSQL. */
    private static final int EXAMPLES = 20;

    /** @param size as people write it: {@code 10 %}, {@code 2,000 images} */
    public record SubsetPart(Sha256 full, String size, long seed) {}

    /** @param share of all images that have the class, 0 to 1 */
    public record ClassPart(String name, int train, int validation, int test, int images, double share) {}

    /** @param remaining those that are still in the dataset, because the source itself gave the splits */
    public record LeakPart(String kind, int resolved, int remaining, List<LeakExample> examples) {
        public int found() {
            return resolved + remaining;
        }
    }

    /** @param subject digest of an image, or name of a group */
    public record LeakExample(String subject, String detail, boolean resolved) {}

    public record ExclusionPart(String reason, int images, List<ExclusionExample> examples) {}

    public record ExclusionExample(Sha256 image, String detail) {}

    /** @param distance Jensen-Shannon distance of the labels: 0 where nothing has moved, 1 where nothing is left */
    public record DriftPart(Sha256 before, double distance, List<ClassDriftPart> classes) {
        /** Classes whose share has changed, the largest change first. */
        public List<ClassDriftPart> moved() {
            return classes.stream()
                    .filter(part -> part.change() != 0)
                    .sorted(Comparator.comparingDouble(part -> -Math.abs(part.change())))
                    .toList();
        }
    }

    /** @param before share of the earlier dataset's images, 0 to 1 */
    public record ClassDriftPart(String name, double before, double after, double change) {}

    public static DatasetDocument of(
            Dataset dataset,
            Instant builtAt,
            DatasetStatistics statistics,
            List<Exclusion> exclusions,
            List<Leak> leaks,
            List<String> findings,
            @Nullable LabelDrift drift) {
        SplitCounts splits = statistics.splits();
        return new DatasetDocument(
                dataset.name(),
                dataset.digest(),
                builtAt,
                dataset.seed(),
                dataset.labelling() instanceof Labelling.Mapped mapped ? mapped.map() : null,
                subset(dataset.subset()),
                RetrainDocument.SplitsPart.of(splits),
                statistics.classes().stream()
                        .map(counts -> part(counts, splits.total()))
                        .toList(),
                statistics.cardinality(),
                statistics.imbalanceRatio(),
                statistics.meanImbalanceRatio(),
                statistics.coOccurrence(),
                leaks(leaks),
                exclusions(exclusions),
                statistics.classes().stream()
                        .filter(ClassCounts::hasFewTestExamples)
                        .map(ClassCounts::name)
                        .toList(),
                List.copyOf(findings),
                drift == null ? null : part(drift));
    }

    public int images() {
        return splits.train() + splits.validation() + splits.test();
    }

    public int leaksRemaining() {
        return leaks.stream().mapToInt(LeakPart::remaining).sum();
    }

    public int leaksFound() {
        return leaks.stream().mapToInt(LeakPart::found).sum();
    }

    private static ClassPart part(ClassCounts counts, int images) {
        return new ClassPart(
                counts.name(),
                counts.train(),
                counts.validation(),
                counts.test(),
                counts.total(),
                images == 0 ? 0 : (double) counts.total() / images);
    }

    static @Nullable SubsetPart subset(@Nullable SubsetOf subset) {
        return subset == null
                ? null
                : new SubsetPart(
                        subset.full(),
                        inWords(subset.subset().size()),
                        subset.subset().seed());
    }

    /** {@code 10 %} or {@code 2,000 images}. */
    static String inWords(SubsetSize size) {
        return size instanceof SubsetSize.Count count
                ? Numbers.count(count.images()) + " images"
                : Numbers.percentOf(((SubsetSize.Fraction) size).fraction());
    }

    private static List<LeakPart> leaks(List<Leak> leaks) {
        Map<Leak.Kind, List<Leak>> byKind = leaks.stream().collect(groupingBy(Leak::kind, TreeMap::new, toList()));
        List<LeakPart> parts = new ArrayList<>();
        byKind.forEach((kind, ofKind) -> {
            int resolved = (int) ofKind.stream().filter(Leak::resolved).count();
            // What remains is what somebody has to look at: it comes first.
            List<LeakExample> examples = ofKind.stream()
                    .sorted(Comparator.comparing(Leak::resolved))
                    .limit(EXAMPLES)
                    .map(leak -> new LeakExample(leak.subject(), leak.detail(), leak.resolved()))
                    .toList();
            parts.add(new LeakPart(kind.label(), resolved, ofKind.size() - resolved, examples));
        });
        return parts;
    }

    private static List<ExclusionPart> exclusions(List<Exclusion> exclusions) {
        Map<Exclusion.Reason, List<Exclusion>> byReason =
                exclusions.stream().collect(groupingBy(Exclusion::reason, TreeMap::new, toList()));
        List<ExclusionPart> parts = new ArrayList<>();
        byReason.forEach((reason, images) -> parts.add(new ExclusionPart(
                reason.label(),
                images.size(),
                images.stream()
                        .limit(EXAMPLES)
                        .map(exclusion -> new ExclusionExample(exclusion.image(), exclusion.detail()))
                        .toList())));
        return parts;
    }

    static DriftPart part(LabelDrift drift) {
        return new DriftPart(
                drift.before(),
                drift.distance(),
                drift.classes().stream()
                        .map(c -> new ClassDriftPart(c.name(), c.shareBefore(), c.shareAfter(), c.change()))
                        .toList());
    }
}
