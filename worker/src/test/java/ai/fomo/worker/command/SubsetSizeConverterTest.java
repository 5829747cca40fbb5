package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.dataset.SubsetSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsetSizeConverterTest {
    @ParameterizedTest
    @CsvSource({"10%, 0.1", "10 %, 0.1", "0.1, 0.1", ".1, 0.1", "2.5%, 0.025", "100%, 1", "1.0, 1", "0.001%, 0.00001"})
    void percentagesAndDecimalsAreFractions(String text, double fraction) {
        assertThat(new SubsetSizeConverter().convert(text)).isEqualTo(new SubsetSize.Fraction(fraction));
    }

    @ParameterizedTest
    @CsvSource({"2000, 2000", "1, 1", "' 50 ', 50"})
    void wholeNumbersAreCounts(String text, int images) {
        assertThat(new SubsetSizeConverter().convert(text)).isEqualTo(new SubsetSize.Count(images));
    }

    @Test
    void everyPercentageIsTheSameFractionAsItsDecimal() {
        for (int percent = 1; percent <= 99; percent++) {
            assertThat(new SubsetSizeConverter().convert(percent + "%"))
                    .isEqualTo(new SubsetSizeConverter().convert("0.%02d".formatted(percent)));
        }
    }
}
