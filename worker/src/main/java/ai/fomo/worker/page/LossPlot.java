package ai.fomo.worker.page;

import ai.fomo.domain.training.EpochMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Losses by epoch as a drawing, {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param best the epoch with the lowest validation loss, whose weights the model has
 */
public record LossPlot(
        List<EpochMetric> epochs,
        EpochMetric best,
        String training,
        String validation,
        String bestX,
        String bestY,
        List<Tick> losses,
        List<Tick> numbers) {
    public static final int WIDTH = 340;
    public static final int HEIGHT = 230;
    public static final int LEFT = 52;
    public static final int RIGHT = 330;
    public static final int TOP = 10;
    public static final int BOTTOM = 184;

    /** Of an axis: where, and what it says. */
    public record Tick(String at, String label) {}

    /** @param epochs in their order, at least one */
    static LossPlot of(List<EpochMetric> epochs) {
        double lowest = losses(epochs).min().orElse(0);
        double highest = losses(epochs).max().orElse(1);
        double margin = highest > lowest ? (highest - lowest) * 0.05 : Math.max(1e-3, Math.abs(highest) * 0.1);
        Range range = new Range(
                lowest - margin, highest + margin, epochs.get(epochs.size() - 1).epoch());
        EpochMetric best = epochs.stream()
                .min(Comparator.comparingDouble(EpochMetric::validationLoss))
                .orElseThrow();
        List<Tick> losses = new ArrayList<>();
        for (int i = 0; i <= 3; i++) {
            double loss = lowest + (highest - lowest) * i / 3;
            losses.add(new Tick(range.y(loss), String.format(Locale.ROOT, "%.3f", loss)));
        }
        return new LossPlot(
                epochs,
                best,
                range.path(epochs, EpochMetric::trainingLoss),
                range.path(epochs, EpochMetric::validationLoss),
                range.x(best.epoch()),
                range.y(best.validationLoss()),
                highest > lowest ? losses : losses.subList(0, 1),
                numbers(range));
    }

    private static List<Tick> numbers(Range range) {
        int step = Math.max(1, (int) Math.ceil(range.last / 6.0));
        List<Tick> numbers = new ArrayList<>();
        for (int epoch = 1; epoch <= range.last; epoch += step) {
            numbers.add(new Tick(range.x(epoch), String.valueOf(epoch)));
        }
        return numbers;
    }

    private static DoubleStream losses(List<EpochMetric> epochs) {
        return epochs.stream().flatMapToDouble(epoch -> DoubleStream.of(epoch.trainingLoss(), epoch.validationLoss()));
    }

    /** Seconds that the epochs took together. */
    public double seconds() {
        return epochs.stream().mapToDouble(EpochMetric::seconds).sum();
    }

    /** @param last number of the last epoch */
    private record Range(double low, double high, int last) {
        String x(int epoch) {
            double share = last == 1 ? 0.5 : (epoch - 1.0) / (last - 1);
            return Scale.coordinate(LEFT + 8 + share * (RIGHT - LEFT - 16));
        }

        String y(double loss) {
            return Scale.coordinate(BOTTOM - (loss - low) / (high - low) * (BOTTOM - TOP));
        }

        String path(List<EpochMetric> epochs, ToDoubleFunction<EpochMetric> loss) {
            StringBuilder path = new StringBuilder();
            for (EpochMetric epoch : epochs) {
                path.append(path.isEmpty() ? "M" : "L")
                        .append(x(epoch.epoch()))
                        .append(' ')
                        .append(y(loss.applyAsDouble(epoch)));
            }
            return path.toString();
        }
    }
}
