package ai.fomo.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.dataset.Split;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsCsvTest {
    private final Path directory;

    LabelsCsvTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aFullRowIsReadWithItsLineAndItsPlaceInTheImagesDirectory() throws Exception {
        LabelsCsv csv = read("file,labels,group,split\na.jpg,Rock|Pop,The Band,test\n");

        assertThat(csv.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.name()).isEqualTo("a.jpg");
            assertThat(row.path()).isEqualTo(images().resolve("a.jpg"));
            assertThat(row.labels()).containsExactly("Rock", "Pop");
            assertThat(row.group()).isEqualTo("The Band");
            assertThat(row.split()).isEqualTo(Split.TEST);
        });
        assertThat(csv.refused()).isEmpty();
    }

    @Test
    void groupAndSplitMayBeMissingOrEmpty() throws Exception {
        assertThat(read("file,labels\na.jpg,Rock\n").rows()).singleElement().satisfies(row -> {
            assertThat(row.group()).isNull();
            assertThat(row.split()).isNull();
        });
        assertThat(read("file,labels,group,split\na.jpg,Rock,,\n").rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.group()).isNull();
                    assertThat(row.split()).isNull();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "labels,file\nRock|Pop,a.jpg\n",
                "\uFEFFfile,labels\na.jpg,Rock|Pop\n",
                "file,labels\r\na.jpg,Rock|Pop\r\n",
                "\"file\",\"labels\"\n\"a.jpg\",\"Rock|Pop\"\n",
                " File , LABELS \n a.jpg , Rock | Pop \n",
                "file,labels\na.jpg,|Rock||Pop|Rock|",
                "file,labels\n\na.jpg,Rock|Pop\n\n",
            })
    void whatSpreadsheetsMakeOfAFileMakesNoDifference(String text) throws Exception {
        assertThat(read(text).rows()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("a.jpg");
            assertThat(row.labels()).containsExactly("Rock", "Pop");
        });
    }

    @Test
    void aRowWithoutLabelsIsKeptAndHasNone() throws Exception {
        assertThat(read("file,labels\na.jpg,\n").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.labels()).isEmpty());
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() throws Exception {
        LabelsCsv csv = read("file,labels,group\na.jpg,Rock,\"two\nlines, one cell\"\n\nb.jpg,Pop,x\n");

        assertThat(csv.rows()).extracting(LabelledFile::line).containsExactly(2L, 5L);
        assertThat(csv.rows()).extracting(LabelledFile::group).containsExactly("two\nlines, one cell", "x");
    }

    @Test
    void aFileNamedTwiceCountsOnceAndIsListed() throws Exception {
        LabelsCsv csv = read("file,labels\na.jpg,Rock\nsub/../a.jpg,Pop\n");

        assertThat(csv.rows()).extracting(LabelledFile::labels).containsExactly(List.of("Rock"));
        assertThat(csv.refused())
                .containsExactly(new RefusedRow(
                        3, "sub/../a.jpg", RefusedRow.Fault.DUPLICATE, "the file is named in line 2 already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.jpg", "/etc/passwd", "sub/../../secret.jpg", "../images-of-others/a.jpg"})
    void aPathThatLeavesTheImagesDirectoryIsRefused(String name) throws Exception {
        LabelsCsv csv = read("file,labels\n" + name + ",Rock\na.jpg,Rock\n");

        assertThat(csv.rows()).extracting(LabelledFile::name).containsExactly("a.jpg");
        assertThat(csv.refused()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo(name);
            assertThat(row.reason()).contains("outside the images directory");
        });
    }

    @Test
    void aRelativeImagesDirectoryHoldsItsFilesToo() throws Exception {
        Path csv = Files.writeString(directory.resolve("labels.csv"), "file,labels\na.jpg,Rock\n");

        assertThat(LabelsCsv.read(csv, Path.of(".")).rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.path()).isEqualTo(Path.of("a.jpg").toAbsolutePath()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,genre\na,b\n",
                "file\na.jpg\n",
                "file;labels\na;b\n",
                "file,labels,file\na,b,c\n",
                "file,labels,year\na,b,c\n"
            })
    void anUnknownColumnLayoutIsNamedTogetherWithTheOneWanted(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CsvLayoutException.class)
                .hasMessageStartingWith("labels.csv, line 1: the columns are '")
                .hasMessageContaining("file,labels[,group][,split]");
    }

    @Test
    void aFileWithoutRowsIsAnError() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(CsvLayoutException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read("file,labels\n"))
                .isInstanceOf(CsvLayoutException.class)
                .hasMessage("labels.csv: it has no row below its header");
        assertThatThrownBy(() -> read("file,labels\n../a.jpg,Rock\n"))
                .isInstanceOf(CsvLayoutException.class)
                .hasMessageContaining("outside the images directory");
    }

    @Test
    void anUnknownSplitIsAnErrorOfItsLine() {
        assertThatThrownBy(() -> read("file,labels,split\na.jpg,Rock,train\nb.jpg,Rock,dev\n"))
                .isInstanceOfSatisfying(
                        CsvLayoutException.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageStartingWith("labels.csv, line 3: split 'dev' is none of train, validation, test");
    }

    @Test
    void aRowWithAnotherNumberOfCellsIsAnErrorOfItsLine() {
        assertThatThrownBy(() -> read("file,labels\na.jpg,Rock,Pop\n"))
                .isInstanceOf(CsvLayoutException.class)
                .hasMessageStartingWith("labels.csv, line 2: it has 3 cells where the header has 2");
        assertThatThrownBy(() -> read("file,labels\n,Rock\n"))
                .isInstanceOf(CsvLayoutException.class)
                .hasMessageContaining("line 2: it names no file");
    }

    @Test
    void whatIsNoTextAndWhatIsNoCsvIsAnErrorInOneSentence() throws IOException {
        Path latin = Files.write(
                directory.resolve("labels.csv"), "file,labels\nä.jpg,Rock\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> LabelsCsv.read(latin, images()))
                .isInstanceOf(CsvLayoutException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> read("file,labels\n\"a.jpg,Rock\n"))
                .isInstanceOf(CsvLayoutException.class)
                .hasMessageContaining("quotes");
    }

    private Path images() {
        return directory.resolve("images");
    }

    private LabelsCsv read(String text) throws IOException, CsvLayoutException {
        return LabelsCsv.read(Files.writeString(directory.resolve("labels.csv"), text), images());
    }
}
