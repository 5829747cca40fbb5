package ai.fomo.worker.view;

import ai.fomo.domain.training.EpochMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Losses by epoch as a drawing for a terminal: validation as a line, training as dots, the best epoch marked. */
public final class LossChart {
    static final int COLUMNS = 60;
    static final int ROWS = 12;

    /** Below the plot: the axis, its numbers, the legend. */
    static final int LINES = ROWS + 3;

    private static final int AXIS = 9;
    private static final int CELLS = COLUMNS - AXIS;

    private final List<EpochMetric> epochs;
    private final double lowest;
    private final double highest;
    private final int last;
    private final BrailleCanvas canvas = new BrailleCanvas(CELLS, ROWS);

    private LossChart(List<EpochMetric> epochs) {
        this.epochs = epochs;
        this.lowest = losses(epochs).min().orElse(0);
        this.highest = losses(epochs).max().orElse(1);
        this.last = epochs.get(epochs.size() - 1).epoch();
    }

    /**
     * As lines, none wider than {@value #COLUMNS} characters.
     *
     * @param epochs in their order
     * @return empty where there are fewer than two, of which there is nothing to see
     */
    public static List<String> of(List<EpochMetric> epochs) {
        return epochs.size() < 2 ? List.of() : new LossChart(epochs).draw();
    }

    /** The epoch with the lowest validation loss, whose weights the model gets. */
    static Optional<EpochMetric> best(List<EpochMetric> epochs) {
        return epochs.stream()
                .filter(epoch -> Double.isFinite(epoch.validationLoss()))
                .min(Comparator.comparingDouble(EpochMetric::validationLoss));
    }

    private List<String> draw() {
        plot(EpochMetric::trainingLoss, false);
        plot(EpochMetric::validationLoss, true);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            lines.add((label(row) + "│" + canvas.row(row)).stripTrailing());
        }
        char[] axis = "─".repeat(CELLS).toCharArray();
        Optional<EpochMetric> best = best(epochs);
        best.ifPresent(epoch -> axis[x(epoch.epoch()) / BrailleCanvas.ACROSS] = '▲');
        lines.add(" ".repeat(AXIS - 1) + "└" + String.valueOf(axis));
        String end = String.valueOf(last);
        String begin = String.valueOf(epochs.get(0).epoch());
        lines.add(" ".repeat(AXIS) + begin + " ".repeat(CELLS - begin.length() - end.length()) + end);
        lines.add(" ".repeat(AXIS) + "⠒ validation  ⠂ training"
                + best.map(epoch -> "  ▲ best epoch " + epoch.epoch()).orElse(""));
        return lines;
    }

    /** @param line whether the points are joined without gaps */
    private void plot(ToDoubleFunction<EpochMetric> loss, boolean line) {
        for (int i = 0; i < epochs.size(); i++) {
            EpochMetric here = epochs.get(i);
            EpochMetric before = epochs.get(Math.max(0, i - 1));
            if (!Double.isFinite(loss.applyAsDouble(here)) || !Double.isFinite(loss.applyAsDouble(before))) {
                // A training that diverges ends in a loss that is no number.
                continue;
            }
            canvas.line(
                    x(before.epoch()),
                    y(loss.applyAsDouble(before)),
                    x(here.epoch()),
                    y(loss.applyAsDouble(here)),
                    line ? 1 : 3);
        }
    }

    private String label(int row) {
        double loss = highest - (highest - lowest) * row / (ROWS - 1);
        boolean labelled = row == 0 || row == ROWS - 1 || row == ROWS / 2;
        return labelled ? String.format(Locale.ROOT, "%7.4f ", loss) : " ".repeat(AXIS - 1);
    }

    private int x(int epoch) {
        int first = epochs.get(0).epoch();
        return (int) Math.round((double) (epoch - first) / Math.max(1, last - first) * (canvas.width() - 1));
    }

    private int y(double loss) {
        double range = highest > lowest ? highest - lowest : 1;
        return (int) Math.round((highest - loss) / range * (canvas.height() - 1));
    }

    private static DoubleStream losses(List<EpochMetric> epochs) {
        return epochs.stream()
                .flatMapToDouble(epoch -> DoubleStream.of(epoch.trainingLoss(), epoch.validationLoss()))
                .filter(Double::isFinite);
    }
}
