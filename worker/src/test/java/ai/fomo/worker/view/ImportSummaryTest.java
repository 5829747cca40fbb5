package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.dataset.ImportReport;
import ai.fomo.worker.dataset.RowCopy;
import ai.fomo.worker.dataset.RowRefusal;
import ai.fomo.workflows.payload.PayloadConverter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportSummaryTest {
    @Test
    void refusedRowsAreListedWithLineFileAndReason() {
        String text = ImportSummary.of(report(1));

        assertThat(text).contains("left out: 1 missing").contains("line 2  2.jpg  there is no file 2.jpg");
        assertThat(text).endsWith("posters: 10 of 11 rows imported, 1 classes");
    }

    @Test
    void ofManyRefusedRowsSomeAreShownAndTheRestCounted() {
        String text = ImportSummary.of(report(100));

        assertThat(text.lines().filter(line -> line.startsWith("  line "))).hasSize(30);
        assertThat(text).contains("and 70 more (all of them with --json)");
    }

    @Test
    void copiesAreCountedAndThoseThatContradictEachOtherAreShownWithBothRows() {
        String text = ImportSummary.of(report(1));

        assertThat(text)
                .contains("copies of another row's image: 2;")
                .contains("labels are corrected: 1\n")
                .contains("lines 3, 9  a.jpg, c.jpg  jazz|soul <> rock")
                .doesNotContain("b.jpg");
    }

    @Test
    void jsonListsEveryRefusedRow() {
        JsonNode json = PayloadConverter.mapper().valueToTree(report(100));

        assertThat(json.get("refused")).hasSize(100);
        assertThat(json.at("/refused/0").toString())
                .isEqualTo(
                        "{\"line\":2,\"file\":\"2.jpg\",\"reason\":\"missing\",\"detail\":\"there is no file 2.jpg\"}");
        assertThat(json.at("/reasons/missing").intValue()).isEqualTo(100);
        assertThat(json.get("imported").intValue()).isEqualTo(10);
        assertThat(json.at("/copies/1").toString())
                .isEqualTo("{\"line\":9,\"file\":\"c.jpg\",\"labels\":[\"rock\"],\"original\":3,"
                        + "\"originalFile\":\"a.jpg\",\"originalLabels\":[\"jazz\",\"soul\"],\"contradictory\":true}");
        assertThat(json.at("/unmapped/polka").intValue()).isEqualTo(4);
    }

    private static ImportReport report(int refusals) {
        List<RowRefusal> refused = IntStream.range(2, refusals + 2)
                .mapToObj(line -> new RowRefusal(
                        line, line + ".jpg", RowRefusal.Reason.MISSING, "there is no file " + line + ".jpg"))
                .toList();
        return new ImportReport(
                "posters",
                refusals + 10,
                10,
                0,
                List.of("Jazz"),
                Map.of("missing", refusals),
                refused,
                Map.of("polka", 4),
                List.of(
                        new RowCopy(8, "b.jpg", List.of("jazz"), 3, "a.jpg", List.of("jazz", "soul"), false),
                        new RowCopy(9, "c.jpg", List.of("rock"), 3, "a.jpg", List.of("jazz", "soul"), true)));
    }
}
