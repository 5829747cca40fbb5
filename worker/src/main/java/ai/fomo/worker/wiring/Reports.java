package ai.fomo.worker.wiring;

import ai.fomo.activities.evaluation.EvaluationReports;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.ModelJudgements;
import ai.fomo.storage.evaluation.ReportStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.page.EvaluationDocuments;
import org.jdbi.v3.core.Jdbi;

/** Writes evaluations down over the services of a platform, for activities and for commands. */
public final class Reports {
    private Reports() {}

    public static EvaluationReports over(Jdbi jdbi, BlobStore blobs) {
        return new EvaluationReports(
                new EvaluationStore(jdbi),
                new ModelJudgements(jdbi),
                new ReportStore(jdbi),
                new RunStore(jdbi),
                new EpochMetricStore(jdbi),
                new ModelStore(jdbi),
                new PromotionStore(jdbi),
                new DatasetStore(jdbi),
                blobs,
                new EvaluationDocuments());
    }
}
