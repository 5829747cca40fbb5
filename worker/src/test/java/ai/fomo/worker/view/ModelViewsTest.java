package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.RunId;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.PromotionRow;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.storage.training.RunRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelViewsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final RunId RUN = new RunId("retrain-posters-3");
    private static final PromotionRow PROMOTION = new PromotionRow(
            4, PromotionRow.Kind.PROMOTION, "promote-1", "0e8f", 3, 2, "maria", "better on Reggaeton", NOON);

    @Test
    void aModelIsALineWithAliasDatasetFigureAndVerdict() {
        String table = ModelTable.of(
                List.of(ModelDocument.of(row(Alias.PREVIOUS), judgement(false)), ModelDocument.of(row(null), null)));

        assertThat(table.lines().toList().get(1))
                .contains("3  previous  retrain-posters-3  posters  tiny", "0.512", "refused", "2026-11-23 12:00:00");
        assertThat(table.lines().toList().get(2)).doesNotContain("previous").doesNotContain("refused");
    }

    @Test
    void aPromotionIsALineWithWhoWhyAndWhatDidIt() {
        assertThat(PromotionTable.of(List.of(PROMOTION)).lines().toList().get(1))
                .contains(
                        "4  2026-11-23 12:00:00", "3       2  promotion  maria  better on Reggaeton  promote-1  0e8f");
    }

    @Test
    void aModelIsShownWithItsOriginItsThresholdsItsJudgementsAndItsPromotions() {
        String text = ModelSummary.of(details(
                new ModelFileDocument(true, List.of(new ModelFileDocument.GenrePart("Jazz", 0.25, 1.5, -0.125))),
                null,
                List.of(judgement(true)),
                List.of(PROMOTION)));

        assertThat(text)
                .contains(
                        "3, champion",
                        Samples.DIGEST.hex(),
                        "retrain-posters-3, PROMOTED: version 3 is the champion",
                        "small: head, hidden units [128], dropout 0.25",
                        "(constant), weight decay",
                        "loss binary-cross-entropy, views original, batch",
                        "seed 42",
                        "posters " + Samples.DIGEST.abbreviated() + ", 720 images to train, 90 to validate, 90 to test",
                        "onnxruntime",
                        "17.0.9",
                        "nd4j",
                        "calibrated on validation images:",
                        "0.250",
                        "1.500",
                        "-0.125",
                        "0.512",
                        "passed by policy " + Samples.DIGEST.abbreviated(),
                        "better on Reggaeton");
    }

    @Test
    void aModelWhoseFileIsLostAndThatWasNeverJudgedIsShownAllTheSame() {
        String text = ModelSummary.of(details(null, "models/ab… is not there", List.of(), List.of()));

        assertThat(text)
                .contains("thresholds: models/ab… is not there", "it was never judged", "it was never the champion");
    }

    private static ModelDetails details(
            @Nullable ModelFileDocument file,
            @Nullable String problem,
            List<ModelJudgement> judgements,
            List<PromotionRow> promotions) {
        return new ModelDetails(
                ModelDocument.of(row(Alias.CHAMPION), judgements.isEmpty() ? null : judgements.get(0)),
                new RunRow(
                        RUN,
                        "0e8f",
                        "posters",
                        new TrainingConfiguration("small", List.of(128), 0.25, 1e-3, 1e-4, 64, 30, 5, 42),
                        NOON,
                        NOON,
                        "PROMOTED",
                        "version 3 is the champion"),
                Samples.promoted().dataset(),
                file,
                problem,
                judgements,
                promotions);
    }

    private static ModelRow row(@Nullable Alias alias) {
        return new ModelRow(
                new ModelVersion(3, Samples.DIGEST),
                new RegisteredModel(
                        Samples.DIGEST,
                        RUN,
                        Samples.DIGEST,
                        new EncoderId("tiny", Samples.DIGEST, "onnxruntime-1.29.0", 1, 4),
                        Samples.DIGEST,
                        "0.1.0",
                        "17.0.9",
                        "nd4j"),
                "posters",
                NOON,
                alias);
    }

    private static ModelJudgement judgement(boolean passed) {
        Figures figures = Samples.figures();
        return new ModelJudgement(
                3,
                new EvaluationRow(RUN, Samples.DIGEST, Samples.DIGEST, Samples.DIGEST, 90, figures, 2, NOON),
                new GateDecision(Samples.DIGEST, List.of(new RuleVerdict("lift", passed, "0.5", Map.of()))),
                NOON);
    }
}
