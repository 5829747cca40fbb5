package ai.fomo.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.dataset.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsCsvTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Foxes",
                "Earth, Wind & Fire",
                "\"Weird Al\" Yankovic",
                "two\nlines",
                "two\r\nlines, and \"more\"",
                "#1 Dads",
                "-",
                "Ólafur Arnalds",
                "=SUM(A1)"
            })
    void aGroupIsReadAsItWasWritten(String group, @TempDir Path directory) throws Exception {
        LabelledFile read = read(directory, LabelsCsvText.row("a.png", List.of("Jazz"), group, Split.VALIDATION));

        assertThat(read.group()).isEqualTo(group);
        assertThat(read.split()).isEqualTo(Split.VALIDATION);
        assertThat(LabelsCsvText.isReadable(group)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R&B", "Drum, Bass", "so-called \"Jazz\""})
    void labelsAreReadAsTheyWereWritten(String label, @TempDir Path directory) throws Exception {
        LabelledFile read = read(directory, LabelsCsvText.row("a.png", List.of("Jazz", label), "g", Split.TEST));

        assertThat(read.labels()).containsExactly("Jazz", label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drum|Bass", " Jazz", "Jazz\n", ""})
    void aLabelThatWouldBeReadAsAnotherIsRefused(String label) {
        assertThatThrownBy(() -> LabelsCsvText.row("a.png", List.of(label), "g", Split.TEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + label + "'");
    }

    @Test
    void spaceAroundAGroupWouldBeLost() {
        assertThat(LabelsCsvText.isReadable(" The Foxes")).isFalse();
        assertThat(LabelsCsvText.isReadable("")).isFalse();
    }

    private static LabelledFile read(Path directory, String row) throws Exception {
        Path csv = directory.resolve("labels.csv");
        Files.writeString(csv, LabelsCsvText.header() + row);
        return LabelsCsv.read(csv, directory).rows().get(0);
    }
}
