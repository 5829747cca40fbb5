package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.training.EpochMetric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossChartTest {
    @Test
    void anEpochAloneHasNoCurve() {
        assertThat(LossChart.of(List.of())).isEmpty();
        assertThat(LossChart.of(epochs(0.5))).isEmpty();
    }

    @Test
    void aChartHasItsSizeAndSaysWhatItsAxesAre() {
        List<String> chart = LossChart.of(epochs(0.5, 0.4, 0.3, 0.35, 0.38));

        assertThat(chart).hasSize(LossChart.LINES).allMatch(line -> line.length() <= LossChart.COLUMNS);
        // Training losses are a tenth below those of validation.
        assertThat(chart.get(0)).startsWith(" 0.5000 │");
        assertThat(chart.get(LossChart.ROWS - 1)).startsWith(" 0.2000 │");
        assertThat(chart.get(LossChart.ROWS + 1)).matches(" +1 +5");
        assertThat(chart.get(LossChart.ROWS + 2)).contains("validation", "training", "best epoch 3");
    }

    @Test
    void theBestEpochIsMarkedBelowItsPlaceOnTheCurve() {
        String axis = LossChart.of(epochs(0.5, 0.4, 0.3, 0.35, 0.38)).get(LossChart.ROWS);
        int middle = (axis.indexOf('└') + axis.length()) / 2;

        assertThat(axis.indexOf('▲')).isEqualTo(middle);
    }

    @Test
    void aFallingCurveFalls() {
        List<String> chart = LossChart.of(epochs(0.5, 0.4, 0.3, 0.2));

        assertThat(column(chart, 0)).isLessThan(column(chart, LossChart.ROWS - 1));
    }

    @Test
    void whatIsNoNumberIsLeftOutOfTheCurve() {
        List<EpochMetric> epochs = epochs(0.5, 0.4, Double.NaN);

        assertThat(LossChart.of(epochs).get(0)).startsWith(" 0.5000 │");
        assertThat(LossChart.of(epochs).get(LossChart.ROWS + 2)).contains("best epoch 2");
        assertThat(LossChart.best(epochs(Double.NaN))).isEmpty();
    }

    @Test
    void equalLossesAreALineAndNoDivisionByNothing() {
        EpochMetric first = new EpochMetric(1, 0.3, 0.3, 1);
        EpochMetric second = new EpochMetric(2, 0.3, 0.3, 1);

        assertThat(LossChart.of(List.of(first, second)).get(0)).hasSize(LossChart.COLUMNS);
    }

    /** Where the first dot of a row is. */
    private static int column(List<String> chart, int row) {
        String line = chart.get(row);
        return (int)
                line.chars().limit(line.length()).takeWhile(c -> c < 0x2800).count();
    }

    private static List<EpochMetric> epochs(double... validation) {
        List<EpochMetric> epochs = new ArrayList<>();
        for (double loss : validation) {
            epochs.add(new EpochMetric(epochs.size() + 1, loss - 0.1, loss, 1));
        }
        return epochs;
    }
}
