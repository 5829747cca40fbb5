package ai.fomo.worker.configuration;

import java.util.Optional;

/** A bucket of an S3 server and who we are there. */
public record S3Connection(String endpoint, String region, String bucket, String accessKey, String secretKey) {
    public static final String DEFAULT_BUCKET = "fomo";
    public static final String DEFAULT_REGION = "us-east-1";

    static Optional<S3Connection> from(Variables variables) {
        return variables.address("FOMO_S3_ENDPOINT").map(endpoint -> {
            String because = "FOMO_S3_ENDPOINT is set";
            return new S3Connection(
                    endpoint.toString(),
                    variables.find("FOMO_S3_REGION").orElse(DEFAULT_REGION),
                    variables.find("FOMO_S3_BUCKET").orElse(DEFAULT_BUCKET),
                    variables.require("FOMO_S3_ACCESS_KEY", because),
                    variables.require("FOMO_S3_SECRET_KEY", because));
        });
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + endpoint;
    }
}
