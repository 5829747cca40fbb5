package ai.fomo.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportPlanTest {
    private static final LabelRules MAPPED = new LabelRules.Mapped(MergedGenreMap.ofBundled());

    @TempDir
    private Path directory = Path.of("");

    @Test
    void anUnknownLabelIsRefusedWithItsLineAndWhatMayHaveBeenMeant() throws IOException {
        Path csv = csv("file,labels", "a.jpg,Techno", "b.jpg,Tecno");

        assertThatThrownBy(() -> plan("posters", csv, MAPPED, false))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessage("labels.csv, line 3: class 'Tecno' is not in the taxonomy; did you mean 'Techno'?"
                        + " Map it with --map, leave such labels out with --ignore-unknown-labels, or use"
                        + " --classes-from-labels.");
    }

    @Test
    void unknownLabelsAreCountedWhereTheyAreIgnoredMostFrequentFirst() throws IOException {
        Path csv = csv("file,labels", "a.jpg,Techno|polka", "b.jpg,mazurka|polka", "c.jpg,jazz");

        ImportPlan plan = plan("posters", csv, MAPPED, true);

        assertThat(plan.unmapped()).containsExactly(Map.entry("polka", 2), Map.entry("mazurka", 1));
    }

    @Test
    void withClassesFromLabelsNoLabelIsUnknown() throws IOException {
        Path csv = csv("file,labels", "a.jpg,polka|mazurka");

        assertThat(plan("posters", csv, new LabelRules.FromLabels(), false).unmapped())
                .isEmpty();
    }

    @Test
    void aFileThatIsNamedTwiceIsRefusedAndCountsAsARow() throws IOException {
        Path csv = csv("file,labels", "a.jpg,Jazz", "a.jpg,Techno");

        ImportPlan plan = plan("posters", csv, MAPPED, false);

        assertThat(plan.total()).isEqualTo(2);
        assertThat(plan.rows()).hasSize(1);
        assertThat(plan.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(3);
            assertThat(refusal.reason()).isEqualTo(RowRefusal.Reason.DUPLICATE);
        });
    }

    @Test
    void theColumnsOfTheFileAreHeldToTheLayout() throws IOException {
        Path csv = csv("image;genre", "a.jpg;Jazz");

        assertThatThrownBy(() -> plan("posters", csv, MAPPED, false))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageStartingWith("labels.csv, line 1: the columns are 'image;genre' but must be file,labels");
    }

    @Test
    void aFileWithoutAnyLabelIsRefused() throws IOException {
        Path csv = csv("file,labels", "a.jpg,");

        assertThatThrownBy(() -> plan("posters", csv, new LabelRules.FromLabels(), false))
                .hasMessage("labels.csv: no row has a label; fill in the column labels");
    }

    @Test
    void missingFilesAndDirectoriesAreNamed() throws IOException {
        Path csv = csv("file,labels", "a.jpg,Jazz");
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() -> plan("posters", nowhere, MAPPED, false))
                .hasMessage("there is no file " + nowhere + "; check --csv");
        assertThatThrownBy(() -> ImportPlan.of(new ImportRequest("posters", csv, nowhere, MAPPED, false)))
                .hasMessage("there is no directory " + nowhere + "; check --images");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-posters", "my posters", "../posters", "a/b"})
    void aNameThatCannotBePartOfAWorkflowIdIsRefused(String name) throws IOException {
        Path csv = csv("file,labels", "a.jpg,Jazz");

        assertThatThrownBy(() -> plan(name, csv, MAPPED, false))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageStartingWith("'" + name + "' cannot be the name of a dataset");
    }

    @Test
    void theBundledMapsDoNotContradictEachOther() {
        assertThat(MergedGenreMap.ofBundled().classOf("r&b")).contains("Soul");
        assertThat(MergedGenreMap.ofBundled().classOf("chicago blues")).contains("Blues");
        assertThat(MergedGenreMap.ofBundled().classOf("psychadelic trance")).contains("Techno");
    }

    private ImportPlan plan(String name, Path csv, LabelRules rules, boolean ignoreUnknown) {
        return ImportPlan.of(new ImportRequest(name, csv, directory, rules, ignoreUnknown));
    }

    private Path csv(String... lines) throws IOException {
        return Files.writeString(directory.resolve("labels.csv"), String.join("\n", lines) + "\n");
    }
}
