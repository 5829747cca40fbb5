package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.Measure;
import java.util.Locale;

/** The measures of a model beside what an answer that never looks at the image reaches. */
public final class FiguresTable {
    private FiguresTable() {}

    /** The figures as lines for a terminal, with what the constants are below. */
    public static String of(Figures figures) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT);
        table.row("measure", "model", "constant", "best constant");
        row(table, "mean average precision", figures.of(Measure.MEAN_AVERAGE_PRECISION));
        row(table, "AUC, mean over genres", figures.of(Measure.MACRO_AUC));
        row(table, "F1, mean over genres", figures.of(Measure.MACRO_F1));
        row(table, "F1, all pairs", figures.of(Measure.MICRO_F1));
        row(table, "precision, mean over images", figures.of(Measure.SAMPLE_PRECISION));
        row(table, "recall, mean over images", figures.of(Measure.SAMPLE_RECALL));
        row(table, "at least one genre right", figures.of(Measure.AT_LEAST_ONE));
        row(table, "most probable genre right", figures.of(Measure.TOP_1));
        row(table, "one of the two most probable right", figures.of(Measure.TOP_2));
        return table
                + "\n\nThe constant never looks at the image. For precision, recall, F1 and at least one it names the most"
                + "\nfrequent genres, as many per image as the model does; for the others it is the prior.";
    }

    private static void row(TextTable table, String measure, Figure figure) {
        Double best = figure.bestConstant();
        table.row(measure, number(figure.value()), number(figure.constant()), best == null ? "" : number(best));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
