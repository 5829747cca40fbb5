package ai.fomo.worker.page;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.activities.evaluation.ReportContent;
import ai.fomo.activities.evaluation.ReportDocuments;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GenreFigures;
import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.worker.view.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class EvaluationDocumentsTest {
    private static final List<String> SECTIONS = List.of(
            "figures",
            "slices",
            "underserved",
            "genres",
            "curves",
            "calibration",
            "confusion",
            "gallery",
            "training",
            "distribution",
            "published",
            "provenance");

    private final EvaluationDocuments documents = new EvaluationDocuments();

    static Stream<ReportContent> contents() {
        return Stream.of(
                ReportSamples.promoted(Noise::cover),
                ReportSamples.refused(EvaluationDocumentsTest::nothing),
                ReportSamples.crafted(EvaluationDocumentsTest::nothing),
                ReportSamples.bare());
    }

    @ParameterizedTest
    @MethodSource("contents")
    void thePageIsWellFormedWholeAndNeedsNothingButItself(ReportContent content) throws Exception {
        String html = documents.render(content).page();

        Document page = Html.parse(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
        assertThat(html).doesNotContain("http:", "https:", "url(", "@import");
        assertThat(Html.attributes(page, "img", "src")).allMatch(src -> src.startsWith("data:image/jpeg;base64,"));
        assertThat(Html.attributes(page, "img", "alt")).noneMatch(String::isBlank);
        assertThat(Html.attributes(page, "a", "href")).allMatch(href -> href.startsWith("#"));
        assertThat(Html.attributes(page, "section", "id")).containsAll(SECTIONS);
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_500_000);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void equalContentsAreEqualBytes(ReportContent content) {
        assertThat(documents.render(content)).isEqualTo(documents.render(content));
    }

    @Test
    void theVerdictComesFirstAndWhatRefusedComesFirstInIt() {
        String html = documents
                .render(ReportSamples.refused(EvaluationDocumentsTest::nothing))
                .page();

        String body = html.substring(html.indexOf("<body>"));
        assertThat(body.indexOf("refused by the gate")).isBetween(0, 200);
        assertThat(body.indexOf("beats-the-constant")).isLessThan(body.indexOf("no-overlap"));
        assertThat(body.indexOf("no-overlap")).isLessThan(body.indexOf("<section"));
    }

    @Test
    void theFiguresOfAGenreAreThoseOfTheEvaluation() throws Exception {
        ReportContent content = ReportSamples.promoted(EvaluationDocumentsTest::nothing);

        List<List<String>> rows = Html.rows(Html.parse(documents.render(content).page()), "genrefigures");

        for (GenreFigures genre : content.evaluation().test().genres()) {
            assertThat(rows).anySatisfy(row -> {
                assertThat(row)
                        .startsWith(genre.genre(), Numbers.count(genre.support()), Numbers.count(genre.served()));
                assertThat(row.get(4))
                        .startsWith(Numbers.three(genre.of(GenreMeasure.AVERAGE_PRECISION)
                                .orElseThrow()
                                .value()));
            });
        }
    }

    @Test
    void aGenreThatNoTestImageHasIsADashAndAnEmptyPlot() throws Exception {
        String html = documents
                .render(ReportSamples.refused(EvaluationDocumentsTest::nothing))
                .page();

        assertThat(Html.rows(Html.parse(html), "genrefigures"))
                .filteredOn(row -> row.get(0).endsWith("number 38"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(4)).isEqualTo(GenreRow.NONE));
        assertThat(html).contains("no test image").doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void namesThatPeopleGaveAreTextAndNothingElse() throws Exception {
        ReportDocuments written = documents.render(ReportSamples.crafted(EvaluationDocumentsTest::nothing));

        assertThat(written.page()).doesNotContain("<script");
        assertThat(Html.rows(Html.parse(written.page()), "genrefigures"))
                .anySatisfy(row -> assertThat(row).startsWith(ReportSamples.CRAFTED.get(0)));
        assertThat(written.card())
                .doesNotContainPattern("(?<!\\\\)<")
                .doesNotContain("[Jazz](javascript", "\n# Heading");
        assertThat(written.card().lines().filter(line -> line.startsWith("| R\\&B")))
                .singleElement()
                .satisfies(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(10));
    }

    @Test
    void postersAreMarkedAsTheShiftThatMattersAndTheirAbsenceIsSaid() {
        String with = documents
                .render(ReportSamples.promoted(EvaluationDocumentsTest::nothing))
                .page();
        ReportDocuments without = documents.render(ReportSamples.refused(EvaluationDocumentsTest::nothing));

        assertThat(with)
                .contains("Posters against covers: the shift that matters")
                .contains("Figures on labelled posters");
        assertThat(without.page())
                .contains("no labelled posters were judged")
                .doesNotContain("Figures on labelled posters");
        assertThat(without.card()).contains("No labelled posters were judged");
    }

    @Test
    void thePrototypesFiguresStandBesideOursMarkedNotComparable() throws Exception {
        String html = documents
                .render(ReportSamples.promoted(EvaluationDocumentsTest::nothing))
                .page();

        assertThat(html).contains("Not comparable");
        assertThat(Html.rows(Html.parse(html), "narrow").stream().skip(1).map(row -> row.get(1)))
                .containsExactly("83 %", "25.4 %", "64.2 %", "0.32", "41 %", "54.6 %");
    }

    @Test
    void aChampionThatCouldNotBeComparedWithIsNamed() {
        assertThat(documents.render(ReportSamples.incomparable()).page())
                .contains(
                        "the champion, model 2, answers in other classes or takes other features, so it was not compared")
                .doesNotContain("there was none to compare with");
        assertThat(documents
                        .render(ReportSamples.refused(EvaluationDocumentsTest::nothing))
                        .page())
                .contains("there was none to compare with");
    }

    @Test
    void theCardHasTheSectionsOfAModelCard() {
        String card = documents
                .render(ReportSamples.promoted(EvaluationDocumentsTest::nothing))
                .card();

        assertThat(card.lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## Model details",
                        "## Intended use",
                        "## Factors",
                        "## Metrics",
                        "## Training data",
                        "## Evaluation data",
                        "## Quantitative analyses",
                        "## Ethical considerations, caveats and recommendations");
        assertThat(card)
                .contains("version 3")
                .contains("**Promoted**: by maria")
                .contains("AdamW, learning rate 0.0003 (constant), weight decay 2, dropout 0.5, batches of 128,"
                        + " at most 30 epochs, patience 5");
    }

    private static Optional<byte[]> nothing(Sha256 image) {
        return Optional.empty();
    }
}
