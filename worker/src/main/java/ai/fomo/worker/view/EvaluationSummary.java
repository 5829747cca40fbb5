package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GenreFigures;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An evaluation for a terminal: figures beside the constants, then class by class. */
public final class EvaluationSummary {
    private EvaluationSummary() {}

    public static String of(Evaluation evaluation) {
        String head = String.format(
                Locale.ROOT, "%,d test images, %.2f genres per image", evaluation.items(), evaluation.genresPerItem());
        return head + "\n\n" + FiguresTable.of(evaluation.figures()) + "\n\n" + genres(evaluation);
    }

    private static String genres(Evaluation evaluation) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("genre", "images", "named", "average precision", "AUC", "precision", "recall", "F1", "threshold");
        for (GenreFigures genre : evaluation.genres()) {
            table.row(
                    genre.genre(),
                    String.valueOf(genre.support()),
                    String.valueOf(genre.served()),
                    number(genre.averagePrecision()),
                    number(genre.auc()),
                    number(genre.precision()),
                    number(genre.recall()),
                    number(genre.f1()),
                    number(genre.threshold()));
        }
        return table.toString();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
