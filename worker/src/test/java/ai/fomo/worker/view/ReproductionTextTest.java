package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.workflows.payload.PayloadConverter;
import ai.fomo.workflows.training.Difference;
import ai.fomo.workflows.training.ReproduceResult;
import ai.fomo.workflows.training.ReproductionOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReproductionTextTest {
    private static final Sha256 MODEL = Sha256.of("model".getBytes(StandardCharsets.UTF_8));

    @Test
    void theSameModelIsOneLine() {
        assertThat(ReproductionText.of(result(List.of(), List.of())))
                .isEqualTo("retrain-own-1 and reproduce-retrain-own-1-1: the same model, to the byte: " + MODEL
                        + "; 12 epochs alike");
    }

    @Test
    void eachDifferenceHasBothValuesAndWhatMayBeWhy() {
        String text = ReproductionText.of(result(
                List.of(new Difference("epoch 3, training loss", "0.25", "0.26")),
                List.of(new Difference("backend", "avx2", "avx512"))));

        assertThat(text)
                .contains("retrain-own-1 and reproduce-retrain-own-1-1 differ in 1 value:")
                .containsPattern("epoch 3, training loss +0.25 +0.26")
                .containsPattern("backend +avx2 +avx512");
    }

    @Test
    void theDocumentHasTheDifferencesAsAList() {
        assertThat(PayloadConverter.mapper()
                        .valueToTree(result(List.of(new Difference("epochs", "12", "9")), List.of()))
                        .at("/differences/0/reproduction")
                        .asText())
                .isEqualTo("9");
    }

    private static ReproduceResult result(List<Difference> differences, List<Difference> madeBy) {
        return new ReproduceResult(
                new RunId("retrain-own-1"),
                new RunId("reproduce-retrain-own-1-1"),
                differences.isEmpty() ? ReproductionOutcome.SAME : ReproductionOutcome.DIFFERENT,
                MODEL,
                MODEL,
                12,
                differences,
                madeBy);
    }
}
