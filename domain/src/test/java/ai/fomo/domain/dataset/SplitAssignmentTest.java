package ai.fomo.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitAssignmentTest {
    /** Written down once. A change here would test champions on what they were trained on. */
    @ParameterizedTest
    @CsvSource({"Sade,TRAIN", "Metallica,TRAIN", "Björk,VALIDATION", "Miles Davis,VALIDATION", "Daft Punk,TEST"})
    void groupsKeepTheSplitTheyHaveAlwaysHad(String group, Split split) {
        assertThat(SplitAssignment.standard().of(group)).isEqualTo(split);
    }

    @Test
    void aTenthOfTheGroupsIsForTestAndAnotherForValidation() {
        Map<Split, Integer> counts = new EnumMap<>(Split.class);
        IntStream.range(0, 10_000)
                .forEach(i -> counts.merge(SplitAssignment.standard().of("group " + i), 1, Integer::sum));

        // Five standard deviations of a binomial are 150.
        assertThat(counts.get(Split.TEST)).isBetween(850, 1150);
        assertThat(counts.get(Split.VALIDATION)).isBetween(850, 1150);
    }

    @Test
    void anotherSeedIsAnotherAssignment() {
        assertThat(IntStream.range(0, 200)
                        .filter(i -> SplitAssignment.of(1).of("group " + i)
                                != SplitAssignment.of(2).of("group " + i)))
                .isNotEmpty();
        assertThat(SplitAssignment.of(0).of("x"))
                .isEqualTo(SplitAssignment.standard().of("x"));
    }

    @Test
    void splitsAreReadAsFilesWriteThem() {
        assertThat(Split.ofLabel(" Validation ")).isEqualTo(Split.VALIDATION);
        assertThat(Split.TEST.label()).isEqualTo("test");
    }
}
