package ai.fomo.storage.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.training.EpochMetric;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the epochs of the runs came to. A history: the first record of an epoch stays. */
public final class EpochMetricStore {
    private final Jdbi jdbi;

    public EpochMetricStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Does nothing where the epoch is recorded: a resumed training repeats at most the epoch it was killed in. */
    public void record(RunId run, EpochMetric metric) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into epoch_metric (run, epoch, training_loss, validation_loss, seconds)
                        values (:run, :epoch, :trainingLoss, :validationLoss, :seconds)
                        on conflict (run, epoch) do nothing""")
                .bind("run", run)
                .bind("epoch", metric.epoch())
                .bind("trainingLoss", metric.trainingLoss())
                .bind("validationLoss", metric.validationLoss())
                .bind("seconds", metric.seconds())
                .execute());
    }

    /** In order of the epochs. */
    public List<EpochMetric> of(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select epoch, training_loss, validation_loss, seconds
                        from epoch_metric
                        where run = :run
                        order by epoch""")
                .bind("run", run)
                .map((row, context) -> new EpochMetric(
                        row.getInt("epoch"),
                        row.getDouble("training_loss"),
                        row.getDouble("validation_loss"),
                        row.getDouble("seconds")))
                .list());
    }
}
