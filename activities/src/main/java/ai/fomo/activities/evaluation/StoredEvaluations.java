package ai.fomo.activities.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The evaluations that were recorded, by this version and by earlier ones. */
public final class StoredEvaluations {
    private final BlobStore blobs;

    public StoredEvaluations(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * @param model version of the judged model, for the message; null where it is not known
     * @throws EarlierEvaluationException where it has another form or other rules than those of this version
     * @throws BlobMissingException where it is nowhere
     */
    public Evaluation read(RunId run, @Nullable Integer model, Sha256 report) {
        Evaluation evaluation;
        try {
            evaluation = Reports.parse(bytes(run, model, report));
        } catch (UncheckedIOException e) {
            throw new EarlierEvaluationException(run, model);
        }
        if (evaluation.format() != Evaluation.FORMAT) {
            throw new EarlierEvaluationException(run, model);
        }
        return evaluation;
    }

    private byte[] bytes(RunId run, @Nullable Integer model, Sha256 report) {
        try {
            return blobs.get(BlobKind.EVALUATIONS, report);
        } catch (BlobMissingException e) {
            // Earlier versions kept evaluations of another form where the pages are now.
            if (blobs.exists(BlobKind.REPORTS, report)) {
                throw new EarlierEvaluationException(run, model);
            }
            throw e;
        }
    }
}
