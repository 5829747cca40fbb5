package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.CalibrationBin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Confidence beside truth, as a drawing of {@value #WIDTH} by {@value #HEIGHT}: above, what share was true at which confidence;
 * below, how many pairs there were, on a scale of powers of ten.
 *
 * @param path through the points
 */
public record CalibrationPlot(List<CalibrationBin> bins, List<Point> points, String path, List<Tick> ticks) {
    public static final int WIDTH = 340;
    public static final int HEIGHT = 370;
    public static final int LEFT = 44;
    public static final int RIGHT = 330;
    public static final int TOP = 10;
    public static final int BOTTOM = 230;
    public static final int COUNTS_TOP = 262;
    public static final int COUNTS_BOTTOM = 328;

    /** @param height of the bar of its pairs, whose upper end is {@code top} */
    public record Point(
            String x, String y, String left, String width, String top, String height, String words, boolean empty) {}

    /** A number of pairs on the scale below. */
    public record Tick(String y, String label) {}

    static CalibrationPlot of(List<CalibrationBin> bins) {
        int most = bins.stream().mapToInt(CalibrationBin::pairs).max().orElse(0);
        int decades = Math.max(1, (int) Math.ceil(Math.log10(Math.max(2, most))));
        List<Point> points = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (CalibrationBin bin : bins) {
            double height = bin.pairs() == 0 ? 0 : Math.max(1.5, Math.log10(bin.pairs()) / decades * countsHeight());
            points.add(new Point(
                    x(bin.confidence()),
                    y(bin.share()),
                    Scale.coordinate(LEFT + bin.low() * (RIGHT - LEFT) + 1),
                    Scale.coordinate(Math.max(1, (bin.high() - bin.low()) * (RIGHT - LEFT) - 2)),
                    Scale.coordinate(COUNTS_BOTTOM - height),
                    Scale.coordinate(height),
                    String.format(
                            Locale.ROOT,
                            "confidence %.2f: %.2f true, %,d pairs",
                            bin.confidence(),
                            bin.share(),
                            bin.pairs()),
                    bin.pairs() == 0));
            if (bin.pairs() > 0) {
                path.append(path.isEmpty() ? "M" : "L")
                        .append(x(bin.confidence()))
                        .append(' ')
                        .append(y(bin.share()));
            }
        }
        List<Tick> ticks = new ArrayList<>();
        int step = decades > 4 ? 2 : 1;
        for (int power = 0; power <= decades; power += step) {
            ticks.add(new Tick(
                    Scale.coordinate(COUNTS_BOTTOM - (double) power / decades * countsHeight()), label(power)));
        }
        return new CalibrationPlot(bins, points, path.toString(), ticks);
    }

    private static String label(int power) {
        return switch (power) {
            case 0 -> "1";
            case 1 -> "10";
            case 2 -> "100";
            case 3 -> "1k";
            case 4 -> "10k";
            case 5 -> "100k";
            default -> "1e" + power;
        };
    }

    private static double countsHeight() {
        return COUNTS_BOTTOM - COUNTS_TOP;
    }

    private static String x(double confidence) {
        return Scale.coordinate(LEFT + confidence * (RIGHT - LEFT));
    }

    private static String y(double share) {
        return Scale.coordinate(BOTTOM - share * (BOTTOM - TOP));
    }
}
