package ai.fomo.worker.services;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The embedded S3 server's credentials: random, made once for a home directory. */
record S3Keys(String accessKey, String secretKey) {
    private static final int ACCESS_KEY_BYTES = 10;
    private static final int SECRET_KEY_BYTES = 20;

    static S3Keys of(Home home) {
        if (Files.exists(home.s3Keys())) {
            return PrivateFile.read(home.s3Keys(), S3Keys.class);
        }
        S3Keys keys = new S3Keys(random(ACCESS_KEY_BYTES), random(SECRET_KEY_BYTES));
        PrivateFile.write(home.s3Keys(), keys);
        return keys;
    }

    private static String random(int bytes) {
        byte[] key = new byte[bytes];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return accessKey;
    }
}
