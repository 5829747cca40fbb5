package ai.fomo.domain.evaluation;

import static ai.fomo.domain.Digests.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.Split;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClassFrequenciesTest {
    private static final List<String> CLASSES = List.of("Jazz", "Soul", "Techno");

    private static DatasetItem item(String image, Split split, Integer... classes) {
        return new DatasetItem(digest(image), image, split, new TreeSet<>(List.of(classes)));
    }

    @Test
    void onlyTrainingItemsCount() {
        ClassFrequencies frequencies = ClassFrequencies.ofTraining(
                CLASSES,
                List.of(
                        item("a", Split.TRAIN, 0, 2),
                        item("b", Split.TRAIN, 2),
                        item("c", Split.VALIDATION, 1),
                        item("d", Split.TEST, 1)));

        assertThat(frequencies).isEqualTo(new ClassFrequencies(CLASSES, List.of(1, 0, 2), 2));
    }

    @Test
    void theMostFrequentComeFirstAndOfEqualOnesTheEarlier() {
        ClassFrequencies frequencies = new ClassFrequencies(CLASSES, List.of(3, 7, 3), 10);

        assertThat(frequencies.mostFrequent(1)).containsExactly(1);
        assertThat(frequencies.mostFrequent(2)).containsExactly(0, 1);
        assertThat(frequencies.mostFrequent(9)).containsExactly(0, 1, 2);
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassFrequencies(CLASSES, List.of(1, 1), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassFrequencies(CLASSES, List.of(1, 1, 3), 2));
    }
}
