package ai.fomo.worker.view;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.RegisteredModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered model for machines: what it is, whether it serves, what made it, and how it was judged last.
 *
 * @param alias {@code champion}, {@code previous}, or null
 * @param datasetName of the source of the dataset
 * @param meanAveragePrecision on test images; null where it was never judged
 * @param passed what the gate said last; null where it was not asked
 */
public record ModelDocument(
        int version,
        Sha256 digest,
        boolean champion,
        @Nullable String alias,
        Instant registeredAt,
        RunId run,
        Sha256 dataset,
        String datasetName,
        EncoderId encoder,
        Sha256 taxonomy,
        String codeVersion,
        String jdk,
        String backend,
        @Nullable Double meanAveragePrecision,
        @Nullable Boolean passed) {

    /** @param judgement the last one; null where there is none */
    public static ModelDocument of(ModelRow row, @Nullable ModelJudgement judgement) {
        RegisteredModel model = row.model();
        Alias alias = row.alias();
        return new ModelDocument(
                row.version().version(),
                row.version().digest(),
                row.champion(),
                alias == null ? null : alias.label(),
                row.registeredAt(),
                model.run(),
                model.dataset(),
                row.source(),
                model.encoder(),
                model.taxonomy(),
                model.codeVersion(),
                model.jdk(),
                model.backend(),
                judgement == null ? null : meanAveragePrecision(judgement),
                judgement == null ? null : passed(judgement));
    }

    private static @Nullable Double meanAveragePrecision(ModelJudgement judgement) {
        Figure figure = judgement.evaluation().figures().figures().get(Measure.MEAN_AVERAGE_PRECISION);
        return figure == null ? null : Double.valueOf(figure.value());
    }

    private static @Nullable Boolean passed(ModelJudgement judgement) {
        GateDecision gate = judgement.gate();
        return gate == null ? null : Boolean.valueOf(gate.passed());
    }
}
