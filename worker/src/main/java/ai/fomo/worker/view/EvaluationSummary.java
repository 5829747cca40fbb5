package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.evaluation.ChampionComparison;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GenreFigures;
import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.SliceFigures;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.evaluation.UnderServed;
import java.util.List;
import java.util.stream.Collectors;

/** An evaluation for a terminal: figures beside the constants, the champion, genre by genre, slice by slice. */
public final class EvaluationSummary {
    private EvaluationSummary() {}

    public static String of(Evaluation evaluation) {
        StringBuilder text = new StringBuilder(judgement("test images", evaluation.test()));
        if (evaluation.posters() != null) {
            text.append("\n\n").append(judgement("posters", evaluation.posters()));
        }
        text.append("\n\n").append(genres(evaluation.test()));
        if (!evaluation.slices().isEmpty()) {
            text.append("\n\n").append(slices(evaluation.slices()));
        }
        if (!evaluation.underServed().isEmpty()) {
            text.append("\n\n")
                    .append(evaluation.underServed().stream()
                            .map(UnderServed::sentence)
                            .collect(Collectors.joining("\n")));
        }
        return text.append("\n\n")
                .append(overlap(evaluation.source().overlap()))
                .toString();
    }

    private static String judgement(String what, Judgement judgement) {
        String head = Numbers.count(judgement.items()) + " " + what + " in " + Numbers.count(judgement.groups())
                + " groups, " + Numbers.two(judgement.genresPerItem()) + " genres named per image\n\n"
                + FiguresTable.of(judgement.figures());
        ChampionComparison champion = judgement.champion();
        return champion == null
                ? head
                : head + "\n\nBeside the champion, model " + champion.champion().version() + ", on the same images\n\n"
                        + ComparisonSummary.measures(champion.comparison());
    }

    private static String genres(Judgement judgement) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("genre", "images", "named", "average precision", "AUC", "precision", "recall", "F1", "threshold");
        for (GenreFigures genre : judgement.genres()) {
            table.row(
                    genre.genre(),
                    String.valueOf(genre.support()),
                    String.valueOf(genre.served()),
                    number(genre, GenreMeasure.AVERAGE_PRECISION),
                    number(genre, GenreMeasure.AUC),
                    number(genre, GenreMeasure.PRECISION),
                    number(genre, GenreMeasure.RECALL),
                    number(genre, GenreMeasure.F1),
                    Numbers.three(genre.threshold()));
        }
        return table.toString();
    }

    private static String slices(List<SliceFigures> slices) {
        TextTable table = new TextTable(LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("slice", "", "images", "mAP", "macro F1", "top 1", "at least one");
        for (SliceFigures slice : slices) {
            table.row(
                    slice.slice().kind().label(),
                    slice.slice().name(),
                    Numbers.count(slice.items()),
                    number(slice, Measure.MEAN_AVERAGE_PRECISION),
                    number(slice, Measure.MACRO_F1),
                    number(slice, Measure.TOP_1),
                    number(slice, Measure.AT_LEAST_ONE));
        }
        return table.toString();
    }

    private static String overlap(TrainingOverlap overlap) {
        if (overlap.images() == 0 && overlap.copies() == 0) {
            return "None of the judged images, and no copy of one, was trained on.";
        }
        return "The model was trained on " + Numbers.count(overlap.images()) + " of the judged images and on copies of "
                + Numbers.count(overlap.copies()) + " others.";
    }

    private static String number(SliceFigures slice, Measure measure) {
        return slice.figures().figures().containsKey(measure)
                ? Numbers.three(slice.figures().of(measure).value())
                : "";
    }

    private static String number(GenreFigures genre, GenreMeasure measure) {
        return genre.of(measure).map(figure -> Numbers.three(figure.value())).orElse("");
    }
}
