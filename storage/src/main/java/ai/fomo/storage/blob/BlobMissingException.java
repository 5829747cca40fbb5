package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;

/** Something refers to a blob that is not in the bucket. */
public final class BlobMissingException extends RuntimeException {
    private final Sha256 digest;

    BlobMissingException(BlobKind kind, Sha256 digest, S3Configuration configuration) {
        super(kind.label() + "/" + digest + " is not in " + configuration
                + "; it was removed, or the database belongs to another bucket");
        this.digest = digest;
    }

    public Sha256 digest() {
        return digest;
    }
}
