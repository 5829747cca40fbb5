package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.genre.GenreRule;
import ai.fomo.domain.genre.MappingReport;
import ai.fomo.worker.view.GenreMapsDocument.ExplainedLabel;
import ai.fomo.worker.view.GenreMapsDocument.ListedMap;
import ai.fomo.worker.view.GenreMapsDocument.MappedDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Genre maps for a terminal. */
public final class GenreMapText {
    private static final String NO_CLASS = "no class";

    private GenreMapText() {}

    public static String listed(List<ListedMap> maps) {
        TextTable table = new TextTable(LEFT, LEFT, RIGHT, LEFT, LEFT, LEFT)
                .row("map", "version", "rules", "taxonomy", "digest", "used by");
        maps.forEach(map -> table.row(
                map.name(),
                map.version(),
                Numbers.count(map.rules()),
                map.taxonomy() + ", " + map.classes() + " classes",
                map.digest().abbreviated(),
                String.join(", ", map.datasets())));
        return table.toString();
    }

    /** One line for each label and map. */
    public static String explained(List<ExplainedLabel> labels) {
        return labels.stream().map(GenreMapText::explained).collect(Collectors.joining("\n"));
    }

    private static String explained(ExplainedLabel label) {
        return "map " + label.map() + " " + label.version() + ": '" + label.label() + "' " + why(label);
    }

    private static String why(ExplainedLabel label) {
        if (!label.rules().isEmpty()) {
            return "is " + label.genre() + ", by "
                    + label.rules().stream().map(GenreRule::toString).collect(Collectors.joining(", then "));
        }
        if (label.genre() != null) {
            return "is " + label.genre() + ", the class's own name";
        }
        if (label.ignored()) {
            return "is to be ignored";
        }
        return "has no rule" + (label.nearest() == null ? "" : "; did you mean '" + label.nearest() + "'?");
    }

    /** @param top labels of each kind */
    public static String mapped(MappedDataset dataset, int top) {
        List<String> parts = new ArrayList<>();
        ListedMap map = dataset.map();
        parts.add(
                map == null
                        ? dataset.name() + ": every label is a class of its own"
                        : dataset.name() + ": map " + map.name() + " " + map.version() + " ("
                                + map.digest().abbreviated() + ")" + (dataset.remapped() ? " from now on" : ""));
        parts.add(covers(dataset.report()));
        labels("labels without a rule", dataset.report().unmapped(), top, parts);
        labels("labels to be ignored", dataset.report().ignored(), top, parts);
        if (dataset.remapped()) {
            parts.add(changes(dataset.changes(), top));
            parts.add((dataset.otherClasses()
                            ? "The classes are others than before: models trained on them cannot be compared class by"
                                    + " class.\n"
                            : "")
                    + "next: fomo dataset build " + dataset.name());
        }
        return String.join("\n\n", parts);
    }

    private static String covers(MappingReport report) {
        TextTable table = new TextTable(LEFT, RIGHT).row("class", "covers");
        report.covers().forEach((genre, covers) -> table.row(genre, Numbers.count(covers)));
        table.row("(any)", Numbers.count(report.withClass()));
        table.row("(none)", Numbers.count(report.withoutClass()));
        return table.toString();
    }

    private static void labels(String title, Map<String, Integer> labels, int top, List<String> parts) {
        if (labels.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(LEFT, RIGHT).row(title, "covers");
        labels.entrySet().stream()
                .limit(top)
                .forEach(label -> table.row(label.getKey(), Numbers.count(label.getValue())));
        parts.add(table + more(labels.size() - top));
    }

    private static String changes(List<MappedDataset.Change> changes, int top) {
        if (changes.isEmpty()) {
            return "no label changes its class";
        }
        TextTable table = new TextTable(LEFT, RIGHT, LEFT, LEFT).row("label", "covers", "before", "after");
        changes.stream()
                .limit(top)
                .forEach(change -> table.row(
                        change.label(),
                        Numbers.count(change.covers()),
                        orNone(change.before()),
                        orNone(change.after())));
        return table + more(changes.size() - top);
    }

    private static String orNone(@Nullable String genre) {
        return Objects.requireNonNullElse(genre, NO_CLASS);
    }

    private static String more(int rest) {
        return rest > 0 ? "\n… and " + Numbers.count(rest) + " more (--top)" : "";
    }
}
