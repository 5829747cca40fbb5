package ai.fomo.worker.view;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.registry.PromotionRow;
import ai.fomo.storage.training.RunRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one model; also the JSON of {@code fomo model show}.
 *
 * @param file what stands in the model's file; null where that cannot be read
 * @param fileProblem why it cannot be read; null where it can
 * @param judgements in the order in which they were recorded
 * @param promotions to this model, the latest first
 */
public record ModelDetails(
        ModelDocument model,
        RunRow run,
        Dataset dataset,
        @Nullable ModelFileDocument file,
        @Nullable String fileProblem,
        List<ModelJudgement> judgements,
        List<PromotionRow> promotions) {}
