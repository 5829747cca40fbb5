package ai.fomo.storage.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import java.nio.file.Path;
import java.util.List;

/** The content of checkpoints, which is too large to be kept for ever: what no run claims any more is removed at once. */
public final class CheckpointBlobs {
    private final CheckpointStore checkpoints;
    private final BlobStore blobs;

    public CheckpointBlobs(CheckpointStore checkpoints, BlobStore blobs) {
        this.checkpoints = checkpoints;
        this.blobs = blobs;
    }

    /** @param digest of the file's content */
    public void put(RunId run, Path file, Sha256 digest) {
        checkpoints.claim(run, digest);
        blobs.put(BlobKind.CHECKPOINTS, file, digest);
    }

    /**
     * Removes a run's checkpoints but for the furthest ones, and their blobs where no other run has the same.
     *
     * @param keep how many stay; 0 for none
     */
    public void retain(RunId run, int keep) {
        List<Sha256> unused = checkpoints.forget(run, keep);
        for (Sha256 digest : unused) {
            blobs.discard(BlobKind.CHECKPOINTS, digest, handle -> CheckpointClaims.release(handle, run, digest));
        }
    }
}
