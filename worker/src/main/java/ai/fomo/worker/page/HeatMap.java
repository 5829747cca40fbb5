package ai.fomo.worker.page;

import ai.fomo.worker.view.DatasetDocument;
import ai.fomo.worker.view.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which genres are on the same images, as a table: row by column, with the number of images, coloured by their share of the
 * row's images.
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
     * @param level index into {@link #LEVELS}; -1 on the diagonal
     * @param words the cell as a sentence
     * @param cover of the genre, on the diagonal
     */
    public record Cell(
            int images, int level, String words, @Nullable Picture cover) {
        public boolean diagonal() {
            return level < 0;
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

    private static Cell cell(DatasetDocument dataset, int row, int column, List<@Nullable Picture> covers) {
        int images = dataset.coOccurrence().get(row).get(column);
        String name = dataset.classes().get(row).name();
        if (row == column) {
            return new Cell(images, -1, name + ": " + Numbers.count(images) + " images in all", covers.get(row));
        }
        int all = dataset.classes().get(row).images();
        double share = all == 0 ? 0 : (double) images / all;
        String words = Numbers.percent(share) + " of the images of " + name + " are "
                + dataset.classes().get(column).name() + " too (" + Numbers.count(images) + ")";
        return new Cell(images, level(share), words, null);
    }

    private static int level(double share) {
        int level = 0;
        for (double bound : BOUNDS) {
            level += share > bound ? 1 : 0;
        }
        return level;
    }
}
