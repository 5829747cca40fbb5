package ai.fomo.domain.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of several weighables on the items as they are, and in draws that all of them share: what differs between two of them
 * within a draw is not the luck of the draw. A draw in which a figure is not defined is left out for that figure.
 */
final class Draws {
    /** Weights of one group in as many draws fill a cache line; more at once were not faster. */
    private static final int TOGETHER = 16;

    private final List<FigureRow> actual = new ArrayList<>();
    private final FigureRow[][] drawn;

    /** Draws are shared out to all cores; which core draws what changes nothing. */
    Draws(int groups, Bootstrap bootstrap, List<? extends Weighable> weighables) {
        Weightings once = Weightings.once(groups);
        weighables.forEach(weighable -> actual.add(weighable.weighted(once).get(0)));
        // Of one group every draw is the items themselves, which would look like certainty.
        int draws = groups == 1 ? 0 : bootstrap.draws();
        drawn = new FigureRow[weighables.size()][draws];
        IntStream.range(0, (draws + TOGETHER - 1) / TOGETHER).parallel().forEach(block -> {
            int first = block * TOGETHER;
            Weightings weightings = Weightings.of(IntStream.range(first, Math.min(first + TOGETHER, draws))
                    .mapToObj(draw -> bootstrap.weights(draw, groups))
                    .toArray(int[][]::new));
            for (int w = 0; w < drawn.length; w++) {
                List<FigureRow> rows = weighables.get(w).weighted(weightings);
                for (int d = 0; d < weightings.number(); d++) {
                    drawn[w][first + d] = rows.get(d);
                }
            }
        });
    }

    /** Of a weighable, on the items as they are. */
    FigureRow actual(int weighable) {
        return actual.get(weighable);
    }

    /** @return null where the figure was not drawn */
    @Nullable
    Interval interval(int weighable, int place) {
        double[] values = Arrays.stream(drawn[weighable])
                .mapToDouble(row -> row.at(place))
                .toArray();
        return Percentiles.interval(defined(values));
    }

    /**
     * How much better {@code better} is than {@code worse}: by how much above it, or below it where less is better.
     *
     * @return null where not both were drawn
     */
    @Nullable
    Estimate gain(int better, int worse, int place, boolean higherIsBetter) {
        double[] gains = IntStream.range(0, drawn[better].length)
                .mapToDouble(draw -> gain(drawn[better][draw], drawn[worse][draw], place, higherIsBetter))
                .toArray();
        double gain = gain(actual(better), actual(worse), place, higherIsBetter);
        return Percentiles.estimate(gain, defined(gains));
    }

    private static double gain(FigureRow better, FigureRow worse, int place, boolean higherIsBetter) {
        return higherIsBetter ? better.at(place) - worse.at(place) : worse.at(place) - better.at(place);
    }

    private static double[] defined(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
