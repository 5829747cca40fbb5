package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GenreFigures;
import ai.fomo.domain.evaluation.GenreMeasure;
import java.util.Locale;

/** An evaluation for a terminal: figures beside the constants, then class by class. */
public final class EvaluationSummary {
    private EvaluationSummary() {}

    public static String of(Evaluation evaluation) {
        String head = String.format(
                Locale.ROOT,
                "%,d test images, %.2f genres per image",
                evaluation.test().items(),
                evaluation.test().genresPerItem());
        return head + "\n\n" + FiguresTable.of(evaluation.test().figures()) + "\n\n" + genres(evaluation);
    }

    private static String genres(Evaluation evaluation) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("genre", "images", "named", "average precision", "AUC", "precision", "recall", "F1", "threshold");
        for (GenreFigures genre : evaluation.test().genres()) {
            table.row(
                    genre.genre(),
                    String.valueOf(genre.support()),
                    String.valueOf(genre.served()),
                    number(genre, GenreMeasure.AVERAGE_PRECISION),
                    number(genre, GenreMeasure.AUC),
                    number(genre, GenreMeasure.PRECISION),
                    number(genre, GenreMeasure.RECALL),
                    number(genre, GenreMeasure.F1),
                    number(genre.threshold()));
        }
        return table.toString();
    }

    private static String number(GenreFigures genre, GenreMeasure measure) {
        return genre.of(measure).map(figure -> number(figure.value())).orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
