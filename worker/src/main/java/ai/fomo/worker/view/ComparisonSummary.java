package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.activities.evaluation.RunComparison;
import ai.fomo.domain.evaluation.Comparison;
import ai.fomo.domain.evaluation.Difference;
import ai.fomo.domain.evaluation.GenreDifference;
import ai.fomo.domain.evaluation.GenreMeasure;
import java.util.Locale;

/** Two models side by side for a terminal: measure by measure, then genre by genre. */
public final class ComparisonSummary {
    private ComparisonSummary() {}

    public static String of(RunComparison runs) {
        StringBuilder text = new StringBuilder(side("first", runs.first()) + "\n" + side("second", runs.second()));
        Comparison comparison = runs.comparison();
        text.append(String.format(
                Locale.ROOT, "%n%nOn %,d test images of both, in %,d groups", comparison.items(), comparison.groups()));
        leftOut(text, runs.seen(), "that one of them was trained on");
        leftOut(text, runs.relabelled(), "that the two datasets label differently");
        return text.append("\n\n")
                .append(measures(comparison))
                .append("\n\n")
                .append(genres(comparison))
                .append(
                        "\n\nA gain is positive where the first is better, whichever way the measure points; * where its"
                                + " 95 % interval does not hold 0.")
                .toString();
    }

    /** Only the table of measures, for where the sides have been named. */
    static String measures(Comparison comparison) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, LEFT, LEFT)
                .row("measure", "first", "second", "gain", "95 %", "");
        comparison.measures().forEach((measure, difference) -> row(table, MeasureText.line(measure), difference));
        return table.toString();
    }

    private static String genres(Comparison comparison) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, LEFT, LEFT)
                .row("average precision of", "first", "second", "gain", "95 %", "");
        for (GenreDifference genre : comparison.genres()) {
            Difference difference = genre.measures().get(GenreMeasure.AVERAGE_PRECISION);
            if (difference != null) {
                row(table, genre.genre() + " (" + Numbers.count(genre.support()) + ")", difference);
            }
        }
        return table.toString();
    }

    private static void row(TextTable table, String name, Difference difference) {
        table.row(
                name,
                Numbers.three(difference.first()),
                Numbers.three(difference.second()),
                Numbers.gain(difference.gain().value()),
                Numbers.interval(difference.gain().interval()),
                difference.gain().interval().contains(0) ? "" : "*");
    }

    private static String side(String which, RunComparison.Side side) {
        return String.format(
                Locale.ROOT,
                "%-6s  %s: model %d, judged on %,d test images of dataset %s",
                which,
                side.run(),
                side.model().version(),
                side.items(),
                side.dataset().abbreviated());
    }

    private static void leftOut(StringBuilder text, int images, String why) {
        if (images > 0) {
            text.append(String.format(Locale.ROOT, "; left out: %,d %s", images, why));
        }
    }
}
