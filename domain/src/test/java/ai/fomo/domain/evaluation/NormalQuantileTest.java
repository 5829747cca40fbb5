package ai.fomo.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {
    /** The algorithm's own check values for 0.25, 0.001 and 1e-20, and what tables and Python's statistics module give. */
    @ParameterizedTest
    @CsvSource({
        "0.25, -0.6744897501960817",
        "0.001, -3.090232306167813",
        "1e-20, -9.262340089798408",
        "0.95, 1.6448536269514715",
        "0.975, 1.9599639845400536",
        "0.99, 2.3263478740408408",
        "0.996875, 2.734368786533176",
        "0.925, 1.439531470938456",
        "1e-300, -37.0470962993612"
    })
    void knownQuantilesAreMet(double probability, double quantile) {
        assertThat(NormalQuantile.of(probability)).isCloseTo(quantile, within(1e-14 * Math.abs(quantile)));
    }

    @Property(tries = 200)
    void theDensityUpToAQuantileIntegratesToItsProbability(@ForAll @IntRange(min = 1, max = 999_999) int millionths) {
        double p = millionths / 1e6;
        assertThat(0.5 + integral(NormalQuantile.of(p))).isCloseTo(p, within(1e-12));
    }

    @Test
    void theDistributionIsSymmetric() {
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0.9375)).isEqualTo(-NormalQuantile.of(0.0625));
    }

    @Test
    void certaintyHasNoQuantile() {
        assertThatIllegalArgumentException().isThrownBy(() -> NormalQuantile.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> NormalQuantile.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> NormalQuantile.of(Double.NaN));
    }

    /** From 0 to {@code x} by Simpson's rule. */
    private static double integral(double x) {
        int steps = 2000;
        double width = x / steps;
        double sum = density(0) + density(x);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * density(i * width);
        }
        return sum * width / 3;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
