package ai.fomo.worker.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a published file is known by, written {@code md5:HEX} or {@code sha256:HEX}.
 *
 * @param hex in lower case
 */
public record FileDigest(Algorithm algorithm, String hex) {
    private static final Pattern FORM = Pattern.compile("(md5|sha256):([0-9a-f]+)");
    private static final int CHUNK = 1 << 16;

    /** MD5 tells a damaged file, which is what publishers give it for; it is no protection against a forged one. */
    public enum Algorithm {
        MD5("MD5", 32),
        SHA256("SHA-256", 64);

        private final String javaName;
        private final int digits;

        Algorithm(String javaName, int digits) {
            this.javaName = javaName;
            this.digits = digits;
        }
    }

    public FileDigest {
        if (hex.length() != algorithm.digits) {
            throw new IllegalArgumentException(
                    label(algorithm) + " has " + algorithm.digits + " digits, not " + hex.length());
        }
    }

    /** @throws IllegalArgumentException where it is not of the form */
    public static FileDigest parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a digest: write md5:HEX or sha256:HEX");
        }
        return new FileDigest(Algorithm.valueOf(form.group(1).toUpperCase(Locale.ROOT)), form.group(2));
    }

    public static FileDigest of(Path file, Algorithm algorithm) throws IOException {
        MessageDigest digest = digest(algorithm);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return new FileDigest(algorithm, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.javaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5 and SHA-256", e);
        }
    }

    private static String label(Algorithm algorithm) {
        return algorithm.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label(algorithm) + ":" + hex;
    }
}
