package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.evaluation.Estimate;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.Interval;

/** The measures of a model beside what an answer that never looks at the image reaches. */
public final class FiguresTable {
    private FiguresTable() {}

    /** The figures as lines for a terminal, with what the constants are below. */
    public static String of(Figures figures) {
        TextTable table = new TextTable(LEFT, RIGHT, LEFT, RIGHT, RIGHT, RIGHT, LEFT);
        table.row("measure", "model", "95 %", "constant", "best constant", "lift", "");
        figures.figures().forEach((measure, figure) -> row(table, MeasureText.line(measure), figure));
        return table
                + "\n\nThe constant never looks at the image. For precision, recall, F1, at least one, exactly and Hamming loss"
                + "\nit names the most frequent genres, as many per image as the model does; for the others it is the prior."
                + "\nThe lift is how much better than the constant the model is; * where its 95 % interval lies above 0.";
    }

    private static void row(TextTable table, String measure, Figure figure) {
        Double best = figure.bestConstant();
        Interval interval = figure.interval();
        Estimate lift = figure.lift();
        table.row(
                measure,
                Numbers.three(figure.value()),
                interval == null ? "" : Numbers.interval(interval),
                Numbers.three(figure.constant()),
                best == null ? "" : Numbers.three(best),
                lift == null ? "" : Numbers.gain(lift.value()),
                lift != null && lift.interval().low() > 0 ? "*" : "");
    }
}
