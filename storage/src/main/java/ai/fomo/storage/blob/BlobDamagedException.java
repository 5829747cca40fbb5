package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;

/** A blob's content is not what its name says. Putting the right content again repairs it. */
public final class BlobDamagedException extends RuntimeException {
    private final Sha256 digest;

    BlobDamagedException(BlobKind kind, Sha256 digest, Sha256 found, S3Configuration configuration) {
        super(kind.label() + "/" + digest + " in " + configuration + " is damaged: its content has the SHA-256 " + found
                + "; putting the right content again repairs it");
        this.digest = digest;
    }

    public Sha256 digest() {
        return digest;
    }
}
