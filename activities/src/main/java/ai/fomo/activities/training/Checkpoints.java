package ai.fomo.activities.training;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.BestEpoch;
import ai.fomo.domain.training.Checkpoint;
import ai.fomo.learning.training.ResumePoint;
import ai.fomo.learning.training.Snapshot;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.LocalDiskException;
import ai.fomo.storage.blob.ScratchDirectory;
import ai.fomo.storage.training.CheckpointBlobs;
import ai.fomo.storage.training.CheckpointStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Snapshots of one training as checkpoints: blobs first, then the row that promises them. */
final class Checkpoints {
    /** The furthest, and the one before in case it is damaged. */
    private static final int KEPT = 2;

    private final RunId run;
    private final CheckpointStore rows;
    private final CheckpointBlobs content;
    private final BlobStore blobs;
    private final ScratchDirectory scratch;

    Checkpoints(RunId run, CheckpointStore rows, BlobStore blobs, ScratchDirectory scratch) {
        this.run = run;
        this.rows = rows;
        this.content = new CheckpointBlobs(rows, blobs);
        this.blobs = blobs;
        this.scratch = scratch;
    }

    /** @return digest of the weights */
    Sha256 save(Snapshot snapshot) {
        Sha256 weights = put("weights", snapshot.weights());
        Sha256 optimiser = put("optimiser", snapshot.optimiser());
        Optional<BestEpoch> best = snapshot.improved()
                .map(loss -> new BestEpoch(snapshot.position().epochs(), loss, weights))
                .or(snapshot::best);
        rows.save(new Checkpoint(run, snapshot.position(), weights, optimiser, snapshot.lossSum(), best));
        content.retain(run, KEPT);
        return weights;
    }

    private Sha256 put(String purpose, Snapshot.Content snapshot) {
        Path file = scratch.newFile(purpose);
        try {
            Sha256 digest = write(snapshot, file);
            content.put(run, file, digest);
            return digest;
        } finally {
            scratch.remove(file);
        }
    }

    private static Sha256 write(Snapshot.Content snapshot, Path file) {
        MessageDigest sha256 = Sha256.newDigest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
            snapshot.writeTo(out);
        } catch (IOException e) {
            throw LocalDiskException.of(file, e);
        }
        return Sha256.of(sha256);
    }

    /**
     * @param passedOver why those that are further cannot be gone on from, a sentence each
     */
    record Newest(Optional<ResumePoint> intact, List<String> passedOver) {}

    /** The furthest one whose blobs are all there and what they were. */
    Newest newest() {
        List<String> passedOver = new ArrayList<>();
        for (Checkpoint checkpoint : rows.newestFirst(run)) {
            try {
                return new Newest(Optional.of(read(checkpoint)), passedOver);
            } catch (BlobMissingException | BlobDamagedException e) {
                passedOver.add(
                        "the checkpoint of " + checkpoint.position().inWords() + " is passed over: " + e.getMessage());
            }
        }
        return new Newest(Optional.empty(), passedOver);
    }

    private ResumePoint read(Checkpoint checkpoint) {
        Optional<Sha256> best = checkpoint.best().map(BestEpoch::weights);
        if (best.isPresent() && !best.get().equals(checkpoint.weights())) {
            // It is the result, if nothing better comes.
            blobs.verify(BlobKind.CHECKPOINTS, best.get());
        }
        Path weights = scratch.newFile("weights");
        Path optimiser = scratch.newFile("optimiser");
        blobs.get(BlobKind.CHECKPOINTS, checkpoint.weights(), weights);
        blobs.get(BlobKind.CHECKPOINTS, checkpoint.optimiser(), optimiser);
        return new ResumePoint(checkpoint.position(), checkpoint.lossSum(), checkpoint.best(), weights, optimiser);
    }
}
