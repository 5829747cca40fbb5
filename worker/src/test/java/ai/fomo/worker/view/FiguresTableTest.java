package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.evaluation.Estimate;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.Interval;
import ai.fomo.domain.evaluation.Measure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTableTest {
    private final List<String> lines =
            FiguresTable.of(Samples.figures()).lines().toList();

    @Test
    void everyMeasureStandsBesideItsConstant() {
        assertThat(lines.get(1)).matches("mean average precision +0\\.512 +0\\.187");
        assertThat(lines.subList(1, 1 + Measure.values().length))
                .allMatch(line -> line.matches(".+  0\\.\\d{3}  +0\\.\\d{3}(  +0\\.\\d{3})?"));
    }

    @Test
    void onlyF1NamesTheBestConstant() {
        assertThat(lines.stream().filter(line -> line.endsWith("0.333")))
                .allMatch(line -> line.startsWith("F1"))
                .hasSize(2);
    }

    @Test
    void columnsAreLinedUp() {
        int end = lines.get(0).indexOf("  constant") + "  constant".length();
        assertThat(lines.subList(1, 1 + Measure.values().length))
                .allMatch(line -> line.length() >= end && line.charAt(end - 6) == ' ');
    }

    @Test
    void intervalsAndLiftsAreShownWhereTheyWereDrawn() {
        Figure drawn =
                new Figure(0.5, 0.2, null, new Interval(0.42, 0.58), new Estimate(0.3, 0.04, new Interval(0.22, 0.38)));
        Figure lucky = new Figure(
                0.25, 0.2, null, new Interval(0.15, 0.35), new Estimate(0.05, 0.06, new Interval(-0.06, 0.16)));

        List<String> table = FiguresTable.of(
                        new Figures(Map.of(Measure.MEAN_AVERAGE_PRECISION, drawn, Measure.MACRO_F1, lucky)))
                .lines()
                .toList();

        assertThat(table.get(1))
                .matches("mean average precision +0\\.500  0\\.420 to 0\\.580 +0\\.200 +\\+0\\.300  \\*");
        assertThat(table.get(2)).matches("F1, mean over genres +0\\.250  0\\.150 to 0\\.350 +0\\.200 +\\+0\\.050");
    }
}
