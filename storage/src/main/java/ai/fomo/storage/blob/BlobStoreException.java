package ai.fomo.storage.blob;

/** S3 could not be reached or refused. The message says what happened and what to do, in one sentence; a retry may succeed. */
public final class BlobStoreException extends RuntimeException {
    BlobStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    static BlobStoreException unreachable(S3Configuration configuration, Throwable cause) {
        return new BlobStoreException(
                "S3 at " + configuration.endpoint() + " cannot be reached; check that it runs, and FOMO_S3_ENDPOINT",
                cause);
    }

    static BlobStoreException refused(S3Configuration configuration, String code, String message, Throwable cause) {
        return new BlobStoreException(
                "S3 at " + configuration.endpoint() + " refused a request for bucket '" + configuration.bucket()
                        + "' with "
                        + code + " (" + message
                        + "); check FOMO_S3_BUCKET, FOMO_S3_REGION, FOMO_S3_ACCESS_KEY and FOMO_S3_SECRET_KEY",
                cause);
    }
}
