package ai.fomo.storage.blob;

/** @param endpoint URL of any server that speaks S3, without the bucket */
public record S3Configuration(String endpoint, String region, String bucket, String accessKey, String secretKey) {
    /** For people: without the keys. */
    @Override
    public String toString() {
        return "bucket '" + bucket + "' at " + endpoint;
    }
}
