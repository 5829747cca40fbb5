package ai.fomo.storage.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.Checkpoint;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Where a training can go on. */
public final class CheckpointStore {
    private final Jdbi jdbi;

    public CheckpointStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Idempotent. Put the state before: a row promises that it is there. */
    public void save(Checkpoint checkpoint) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into checkpoint (run, epoch, state, validation_loss, best_epoch)
                        values (:run, :epoch, :state, :validationLoss, :bestEpoch)
                        on conflict (run, epoch, state) do nothing""")
                .bind("run", checkpoint.run())
                .bind("epoch", checkpoint.epoch())
                .bind("state", checkpoint.state())
                .bind("validationLoss", checkpoint.validationLoss())
                .bind("bestEpoch", checkpoint.bestEpoch())
                .execute());
    }

    /** The latest epoch first; of one epoch the first written first. */
    public List<Checkpoint> newestFirst(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select run, epoch, state, validation_loss, best_epoch
                        from checkpoint
                        where run = :run
                        order by epoch desc, id""")
                .bind("run", run)
                .map((row, context) -> new Checkpoint(
                        run,
                        row.getInt("epoch"),
                        new Sha256(row.getString("state")),
                        row.getDouble("validation_loss"),
                        row.getInt("best_epoch")))
                .list());
    }
}
