package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.workflows.payload.PayloadConverter;
import ai.fomo.workflows.retrain.RetrainResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetrainDocumentTest {
    @Test
    void stagesAreSecondsAndFeaturesSayHowManyImages() {
        JsonNode stages = json(Samples.promoted()).get("stages");

        assertThat(List.copyOf(stages.propertyStream().map(e -> e.getKey()).toList()))
                .containsExactly("mapGenres", "features", "train");
        assertThat(stages.get("train").isNumber()).isTrue();
        assertThat(stages.at("/features/seconds").doubleValue()).isEqualTo(12.5);
        assertThat(stages.at("/features/images").intValue()).isEqualTo(900);
        assertThat(stages.at("/features/computed").intValue()).isEqualTo(300);
    }

    @Test
    void figuresCarryTheirConstantsUnderTheirOwnNames() {
        JsonNode figures = json(Samples.promoted()).get("figures");

        for (String name : List.of("mAP", "macroAuc", "macroF1", "microF1", "atLeastOne", "top1", "top2")) {
            assertThat(figures.at("/" + name + "/value").isNumber()).as(name).isTrue();
            assertThat(figures.at("/" + name + "/constant").isNumber()).as(name).isTrue();
        }
        assertThat(figures.at("/macroF1/bestConstant").doubleValue()).isEqualTo(0.333);
        assertThat(figures.get("mAP").has("bestConstant")).isFalse();
    }

    @Test
    void aRunNamesItsOutcomeModelDatasetAndGate() {
        JsonNode document = json(Samples.promoted());

        assertThat(document.get("run").textValue()).isEqualTo("retrain-posters-3");
        assertThat(document.get("outcome").textValue()).isEqualTo("PROMOTED");
        assertThat(document.at("/model/version").intValue()).isEqualTo(3);
        assertThat(document.at("/model/digest").textValue()).isEqualTo(Samples.DIGEST.hex());
        assertThat(document.at("/dataset/splits").toString())
                .isEqualTo("{\"train\":720,\"validation\":90,\"test\":90}");
        assertThat(document.at("/gate/passed").booleanValue()).isTrue();
        assertThat(document.at("/gate/verdicts/0/rule").textValue()).isEqualTo("ranks-better");
    }

    @Test
    void whatARunDidNotComeToIsLeftOut() {
        JsonNode document = json(Samples.failedBeforeAModel());

        assertThat(document.get("outcome").textValue()).isEqualTo("FAILED");
        assertThat(document.has("model")).isFalse();
        assertThat(document.has("figures")).isFalse();
        assertThat(document.has("gate")).isFalse();
    }

    private static JsonNode json(RetrainResult result) {
        return PayloadConverter.mapper().valueToTree(RetrainDocument.of(result));
    }
}
