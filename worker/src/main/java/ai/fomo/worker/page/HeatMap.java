package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GenreFigures;
import ai.fomo.worker.view.DatasetDocument;
import ai.fomo.worker.view.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Genres by genres as a table: row by column, with the number of images, coloured by their share of the row's images.
 *
 * @param names of rows and columns alike
 * @param left how many rarer genres are not shown
 */
public record HeatMap(List<String> names, List<Row> rows, int left) {
    /** More columns than that nobody reads. */
    private static final int GENRES = 40;

    /** Where each level begins, above none at all. */
    private static final double[] BOUNDS = {0, 0.05, 0.1, 0.2, 0.35, 0.5};

    /** What the colours say, from the lightest on. */
    public static final List<String> LEVELS =
            List.of("none", "up to 5 %", "5 to 10 %", "10 to 20 %", "20 to 35 %", "35 to 50 %", "above 50 %");

    public record Row(String name, List<Cell> cells) {}

    /**
     * @param level index into {@link #LEVELS}; -1 where there is no share to colour
     * @param diagonal whether row and column are the same genre
     * @param words the cell as a sentence
     * @param cover of the genre, on the diagonal
     */
    public record Cell(
            int images,
            int level,
            boolean diagonal,
            String words,
            @Nullable Picture cover) {
        /** In the style sheet. */
        public String styles() {
            return (diagonal ? "own" : "") + (diagonal && level >= 0 ? " " : "") + (level < 0 ? "" : "h" + level);
        }
    }

    /**
     * @param order indices of the dataset's classes, the first to be shown first
     * @param covers one for each class of the dataset, null where there is none
     */
    static HeatMap of(DatasetDocument dataset, List<Integer> order, List<@Nullable Picture> covers) {
        List<Integer> shown = order.subList(0, Math.min(GENRES, order.size()));
        List<String> names =
                shown.stream().map(c -> dataset.classes().get(c).name()).toList();
        List<Row> rows = new ArrayList<>();
        for (int row : shown) {
            List<Cell> cells = new ArrayList<>();
            for (int column : shown) {
                cells.add(cell(dataset, row, column, covers));
            }
            rows.add(new Row(dataset.classes().get(row).name(), cells));
        }
        return new HeatMap(names, rows, order.size() - shown.size());
    }

    /** Which genres are served for which, on test items; null where the evaluation recorded none. */
    static @Nullable HeatMap ofAnswers(Evaluation evaluation) {
        List<List<Integer>> counts = evaluation.detail().confusion();
        List<GenreFigures> genres = evaluation.test().genres();
        if (counts.size() != genres.size()) {
            return null;
        }
        List<Integer> shown = IntStream.range(0, genres.size())
                .boxed()
                .sorted(Comparator.comparingInt(c -> -genres.get(c).support()))
                .limit(GENRES)
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int row : shown) {
            rows.add(new Row(
                    genres.get(row).genre(),
                    shown.stream()
                            .map(column -> answered(
                                    genres.get(row),
                                    genres.get(column),
                                    counts.get(row).get(column)))
                            .toList()));
        }
        return new HeatMap(shown.stream().map(c -> genres.get(c).genre()).toList(), rows, genres.size() - shown.size());
    }

    private static Cell answered(GenreFigures truth, GenreFigures answer, int images) {
        double share = truth.support() == 0 ? 0 : (double) images / truth.support();
        String words = Numbers.percent(share) + " of the images of " + truth.genre() + " were answered with "
                + answer.genre() + " (" + Numbers.count(images) + ")";
        return new Cell(images, level(share), truth.genre().equals(answer.genre()), words, null);
    }

    private static Cell cell(DatasetDocument dataset, int row, int column, List<@Nullable Picture> covers) {
        int images = dataset.coOccurrence().get(row).get(column);
        String name = dataset.classes().get(row).name();
        if (row == column) {
            return new Cell(images, -1, true, name + ": " + Numbers.count(images) + " images in all", covers.get(row));
        }
        int all = dataset.classes().get(row).images();
        double share = all == 0 ? 0 : (double) images / all;
        String words = Numbers.percent(share) + " of the images of " + name + " are "
                + dataset.classes().get(column).name() + " too (" + Numbers.count(images) + ")";
        return new Cell(images, level(share), false, words, null);
    }

    private static int level(double share) {
        int level = 0;
        for (double bound : BOUNDS) {
            level += share > bound ? 1 : 0;
        }
        return level;
    }
}
