package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;
import static java.util.Comparator.comparingInt;

import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.worker.view.DatasetDocument.ClassDriftPart;
import ai.fomo.worker.view.DatasetDocument.ClassPart;
import ai.fomo.worker.view.DatasetDocument.DriftPart;
import ai.fomo.worker.view.DatasetDocument.ExclusionPart;
import ai.fomo.worker.view.DatasetDocument.LeakPart;
import ai.fomo.worker.view.DatasetDocument.SubsetPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A dataset for a terminal: its genres, what goes together, what leaked, what was left out, what has moved. */
public final class DatasetSummary {
    private static final int PAIRS_SHOWN = 8;
    private static final int MOVES_SHOWN = 8;

    private DatasetSummary() {}

    /** Two genres on the same images. */
    record Pair(String first, String second, int images) {}

    public static String of(DatasetDocument dataset) {
        StringBuilder text = new StringBuilder(head(dataset));
        text.append("\n\n").append(classes(dataset)).append('\n');
        fewExamples(dataset, text);
        pairs(dataset, text);
        leaks(dataset, text);
        exclusions(dataset, text);
        drift(dataset.drift(), text);
        findings(dataset.findings(), text);
        return text.toString().stripTrailing();
    }

    /** What the build found and how the labels have moved, for where a dataset is only one thing among others. */
    public static String findingsAndDrift(List<String> findings, @Nullable DriftPart drift) {
        StringBuilder text = new StringBuilder();
        drift(drift, text);
        findings(findings, text);
        return text.toString().strip();
    }

    static String head(DatasetDocument dataset) {
        SubsetPart subset = dataset.subset();
        String of = subset == null
                ? ""
                : "\n" + subset.size() + " of " + subset.full().abbreviated() + ", subset seed " + subset.seed();
        return String.format(
                Locale.ROOT,
                "dataset %s %s, built %s (UTC), seed %d%s\n%,d images in %d genres; %.2f genres per image;"
                        + " the most frequent genre has %.1f times the images of the rarest",
                dataset.name(),
                dataset.digest().abbreviated(),
                Moments.text(dataset.builtAt()),
                dataset.seed(),
                of,
                dataset.images(),
                dataset.classes().size(),
                dataset.cardinality(),
                dataset.imbalanceRatio());
    }

    private static String classes(DatasetDocument dataset) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("genre", "train", "validation", "test", "images", "share");
        for (ClassPart part : dataset.classes()) {
            table.row(
                    part.name(),
                    Numbers.count(part.train()),
                    Numbers.count(part.validation()),
                    Numbers.count(part.test()),
                    Numbers.count(part.images()),
                    Numbers.percent(part.share()));
        }
        RetrainDocument.SplitsPart splits = dataset.splits();
        return table.row(
                        "all images",
                        Numbers.count(splits.train()),
                        Numbers.count(splits.validation()),
                        Numbers.count(splits.test()),
                        Numbers.count(dataset.images()),
                        "")
                .toString();
    }

    private static void fewExamples(DatasetDocument dataset, StringBuilder text) {
        if (!dataset.fewTestExamples().isEmpty()) {
            text.append("\nfewer than ")
                    .append(RareClassRule.FEW_TEST_EXAMPLES)
                    .append(" test images, too few to judge a model by: ")
                    .append(String.join(", ", dataset.fewTestExamples()))
                    .append('\n');
        }
    }

    /** Most images first; of equal ones in the order of the classes. */
    static List<Pair> pairs(DatasetDocument dataset) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < dataset.classes().size(); a++) {
            for (int b = a + 1; b < dataset.classes().size(); b++) {
                int both = dataset.coOccurrence().get(a).get(b);
                if (both > 0) {
                    pairs.add(new Pair(
                            dataset.classes().get(a).name(),
                            dataset.classes().get(b).name(),
                            both));
                }
            }
        }
        pairs.sort(comparingInt(Pair::images).reversed());
        return pairs;
    }

    private static void pairs(DatasetDocument dataset, StringBuilder text) {
        List<Pair> pairs = pairs(dataset);
        if (pairs.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(LEFT, RIGHT);
        pairs.stream()
                .limit(PAIRS_SHOWN)
                .forEach(pair -> table.row(
                        "  " + pair.first() + " + " + pair.second(),
                        Numbers.count(pair.images()) + (pair.images() == 1 ? " image" : " images")));
        text.append("\ntogether most often:\n").append(table).append('\n');
        more(pairs.size() - PAIRS_SHOWN, "pairs", text);
    }

    private static void leaks(DatasetDocument dataset, StringBuilder text) {
        if (dataset.leaks().isEmpty()) {
            text.append("\nleaks: none found\n");
            return;
        }
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, LEFT)
                .row("leaks", "found", "resolved", "remaining", "for example");
        for (LeakPart leak : dataset.leaks()) {
            String example = leak.examples().isEmpty()
                    ? ""
                    : subject(leak.examples().get(0).subject()) + ": "
                            + leak.examples().get(0).detail();
            table.row(
                    leak.kind(),
                    Numbers.count(leak.found()),
                    Numbers.count(leak.resolved()),
                    Numbers.count(leak.remaining()),
                    example);
        }
        text.append('\n').append(table).append('\n');
    }

    private static void exclusions(DatasetDocument dataset, StringBuilder text) {
        if (dataset.exclusions().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(LEFT, RIGHT, LEFT).row("left out because", "images", "for example");
        for (ExclusionPart exclusion : dataset.exclusions()) {
            String example = exclusion.examples().isEmpty()
                    ? ""
                    : exclusion.examples().get(0).image().abbreviated() + ": "
                            + exclusion.examples().get(0).detail();
            table.row(exclusion.reason(), Numbers.count(exclusion.images()), example);
        }
        text.append('\n').append(table).append('\n');
    }

    private static void drift(@Nullable DriftPart drift, StringBuilder text) {
        if (drift == null) {
            return;
        }
        text.append(String.format(
                Locale.ROOT,
                "\nlabels against dataset %s: distance %.3f (0 the same, 1 nothing in common)\n",
                drift.before().abbreviated(),
                drift.distance()));
        List<ClassDriftPart> moved = drift.moved();
        if (moved.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT).row("  genre", "before", "now", "points");
        moved.stream()
                .limit(MOVES_SHOWN)
                .forEach(part -> table.row(
                        "  " + part.name(),
                        Numbers.percent(part.before()),
                        Numbers.percent(part.after()),
                        Numbers.points(part.change())));
        text.append(table).append('\n');
        more(moved.size() - MOVES_SHOWN, "genres", text);
    }

    private static void findings(List<String> findings, StringBuilder text) {
        if (!findings.isEmpty()) {
            text.append("\nfindings:\n");
            findings.forEach(finding -> text.append("  ").append(finding).append('\n'));
        }
    }

    /** Digests are long; names of groups are what people look for. */
    private static String subject(String subject) {
        return subject.matches("[0-9a-f]{64}") ? subject.substring(0, 12) : "'" + subject + "'";
    }

    private static void more(int count, String what, StringBuilder text) {
        if (count > 0) {
            text.append("  and ")
                    .append(Numbers.count(count))
                    .append(" more ")
                    .append(what)
                    .append(" (all of them with --json)\n");
        }
    }
}
