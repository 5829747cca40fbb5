package ai.fomo.storage.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.TrainingConfiguration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A retraining as it stands.
 *
 * @param firstExecution Temporal's run id of the workflow's first execution
 * @param dataset name of the source
 * @param finishedAt null while it runs; so are outcome and explanation
 */
public record RunRow(
        RunId run,
        String firstExecution,
        String dataset,
        TrainingConfiguration configuration,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String outcome,
        @Nullable String explanation) {}
