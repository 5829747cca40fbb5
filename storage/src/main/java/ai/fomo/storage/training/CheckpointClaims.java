package ai.fomo.storage.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import org.jdbi.v3.core.Handle;

/** Who has a use for the blobs in {@code checkpoints/}. */
final class CheckpointClaims {
    private CheckpointClaims() {}

    /** Gives up a run's claim. @return whether nobody has one any more */
    static boolean release(Handle handle, RunId run, Sha256 digest) {
        handle.createUpdate("delete from checkpoint_blob where run = :run and digest = :digest")
                .bind("run", run)
                .bind("digest", digest)
                .execute();
        return handle.createQuery("select not exists (select from checkpoint_blob where digest = :digest)")
                .bind("digest", digest)
                .mapTo(boolean.class)
                .one();
    }
}
