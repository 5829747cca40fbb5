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
                        insert into epoch_metric (
                          run, epoch, training_loss, validation_loss, validation_mean_average_precision, seconds,
                          images_per_second, resident_bytes)
                        values (
                          :run, :epoch, :trainingLoss, :validationLoss, :validationMeanAveragePrecision, :seconds,
                          :imagesPerSecond, :residentBytes)
                        on conflict (run, epoch) do nothing""")
                .bind("run", run)
                .bind("epoch", metric.epoch())
                .bind("trainingLoss", metric.trainingLoss())
                .bind("validationLoss", metric.validationLoss())
                .bind("validationMeanAveragePrecision", metric.validationMeanAveragePrecision())
                .bind("seconds", metric.seconds())
                .bind("imagesPerSecond", metric.imagesPerSecond())
                .bind("residentBytes", metric.residentBytes())
                .execute());
    }

    /** In order of the epochs. */
    public List<EpochMetric> of(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select epoch, training_loss, validation_loss, validation_mean_average_precision, seconds,
                               images_per_second, resident_bytes
                        from epoch_metric
                        where run = :run
                        order by epoch""")
                .bind("run", run)
                .map((row, context) -> new EpochMetric(
                        row.getInt("epoch"),
                        row.getDouble("training_loss"),
                        row.getDouble("validation_loss"),
                        row.getObject("validation_mean_average_precision", Double.class),
                        row.getDouble("seconds"),
                        row.getObject("images_per_second", Double.class),
                        row.getObject("resident_bytes", Long.class)))
                .list());
    }
}
