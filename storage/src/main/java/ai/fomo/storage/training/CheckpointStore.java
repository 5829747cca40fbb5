package ai.fomo.storage.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.BestEpoch;
import ai.fomo.domain.training.Checkpoint;
import ai.fomo.domain.training.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Where trainings can go on. The rows decide; blobs without a row are nothing. */
public final class CheckpointStore {
    private final Jdbi jdbi;

    public CheckpointStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Says that the run is about to put this blob and to refer to it. Idempotent. */
    public void claim(RunId run, Sha256 digest) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into checkpoint_blob (run, digest)
                        values (:run, :digest)
                        on conflict (run, digest) do nothing""").bind("run", run).bind("digest", digest).execute());
    }

    /** Idempotent. Put the blobs before: a row promises that they are there. */
    public void save(Checkpoint checkpoint) {
        Optional<BestEpoch> best = checkpoint.best();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into checkpoint (
                          run, epochs, steps, weights, optimiser, loss_sum, best_epoch, best_validation_loss, best_weights)
                        values (
                          :run, :epochs, :steps, :weights, :optimiser, :lossSum, :bestEpoch, :bestLoss, :bestWeights)
                        on conflict (run, epochs, steps) do update set
                          weights = excluded.weights,
                          optimiser = excluded.optimiser,
                          loss_sum = excluded.loss_sum,
                          best_epoch = excluded.best_epoch,
                          best_validation_loss = excluded.best_validation_loss,
                          best_weights = excluded.best_weights,
                          saved_at = excluded.saved_at""")
                .bind("run", checkpoint.run())
                .bind("epochs", checkpoint.position().epochs())
                .bind("steps", checkpoint.position().steps())
                .bind("weights", checkpoint.weights())
                .bind("optimiser", checkpoint.optimiser())
                .bind("lossSum", checkpoint.lossSum())
                .bind("bestEpoch", best.map(BestEpoch::epoch).orElse(null))
                .bind("bestLoss", best.map(BestEpoch::validationLoss).orElse(null))
                .bind("bestWeights", best.map(BestEpoch::weights).orElse(null))
                .execute());
    }

    /** The furthest first. */
    public List<Checkpoint> newestFirst(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select epochs, steps, weights, optimiser, loss_sum,
                               best_epoch, best_validation_loss, best_weights
                        from checkpoint
                        where run = :run
                        order by epochs desc, steps desc""")
                .bind("run", run)
                .map((row, context) -> new Checkpoint(
                        run,
                        new Position(row.getInt("epochs"), row.getInt("steps")),
                        new Sha256(row.getString("weights")),
                        new Sha256(row.getString("optimiser")),
                        row.getDouble("loss_sum"),
                        best(row)))
                .list());
    }

    /**
     * Forgets all but the furthest checkpoints of a run.
     *
     * @param keep how many stay; 0 for none
     * @return blobs that the run has no use for any more; it still claims them
     */
    public List<Sha256> forget(RunId run, int keep) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            delete from checkpoint
                            where run = :run and (epochs, steps) not in (
                              select epochs, steps from checkpoint where run = :run
                              order by epochs desc, steps desc limit :keep)""").bind("run", run).bind("keep", keep).execute();
            return handle.createQuery("""
                            select digest from checkpoint_blob
                            where run = :run
                            except
                            select unnest(array[weights, optimiser, best_weights]) from checkpoint where run = :run
                            order by digest""")
                    .bind("run", run)
                    .mapTo(String.class)
                    .map(Sha256::new)
                    .list();
        });
    }

    private static Optional<BestEpoch> best(ResultSet row) throws SQLException {
        String weights = row.getString("best_weights");
        return weights == null
                ? Optional.empty()
                : Optional.of(new BestEpoch(
                        row.getInt("best_epoch"), row.getDouble("best_validation_loss"), new Sha256(weights)));
    }
}
