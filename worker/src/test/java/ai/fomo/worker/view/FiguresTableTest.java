package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTableTest {
    private final List<String> lines =
            FiguresTable.of(Samples.figures()).lines().toList();

    @Test
    void everyMeasureStandsBesideItsConstant() {
        assertThat(lines.get(1)).isEqualTo("mean average precision              0.512     0.187");
        assertThat(lines.subList(1, 10)).allMatch(line -> line.matches(".+  0\\.\\d{3}  +0\\.\\d{3}(  +0\\.\\d{3})?"));
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
        assertThat(lines.subList(1, 10)).allMatch(line -> line.length() >= end && line.charAt(end - 6) == ' ');
    }
}
