package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.worker.view.ClassifiedFile.Classified;
import ai.fomo.worker.view.ClassifiedFile.Failed;
import ai.fomo.workflows.payload.PayloadConverter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationTableTest {
    private final Classified sure = new Classified(
            "a.jpg",
            Samples.classification(new GenreConfidence("Jazz", 0.754, false), new GenreConfidence("Soul", 0.5, false)));
    private final Classified unsure =
            new Classified("b.jpg", Samples.classification(new GenreConfidence("Techno", 0.2, true)));
    private final Failed failed = new Failed("c.svg", "SVG is not supported");

    @Test
    void eachFileStandsBesideItsGenresWithConfidences() {
        assertThat(ClassificationTable.of(List.of(sure)).lines())
                .containsExactly("file   genres", "a.jpg  Jazz 75 %, Soul 50 %");
    }

    @Test
    void aGenreBelowItsThresholdIsMarkedAndTheMarkExplained() {
        assertThat(ClassificationTable.of(List.of(sure, unsure)))
                .contains("b.jpg  Techno 20 %*")
                .endsWith("* no genre passed its threshold; this is the most probable one");
    }

    @Test
    void aFileThatFailedStandsWithItsReason() {
        assertThat(ClassificationTable.of(List.of(failed))).contains("c.svg  not classified: SVG is not supported");
    }

    @Test
    void jsonIsTheFileBesideTheFieldsOfTheContract() {
        JsonNode json = PayloadConverter.mapper().valueToTree(sure);

        assertThat(json.propertyStream().map(e -> e.getKey()))
                .containsExactly("file", "poster", "model", "genres", "scores", "evidence");
        assertThat(json.at("/model/version").intValue()).isEqualTo(3);
        assertThat(json.at("/genres/0/genre").textValue()).isEqualTo("Jazz");
        assertThat(json.at("/genres/0/fallback").booleanValue()).isFalse();
        assertThat(json.at("/evidence/image").booleanValue()).isTrue();
    }

    @Test
    void jsonOfAFailureIsTheFileAndTheError() {
        assertThat(PayloadConverter.mapper().valueToTree(failed).toString())
                .isEqualTo("{\"file\":\"c.svg\",\"error\":\"SVG is not supported\"}");
    }
}
