package ai.fomo.systemtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The covers that the embedded S3 server has on the disk, found and hashed without asking it. */
public final class CoverFiles {
    private CoverFiles() {}

    /** Name of each file to the digest of its bytes: the same, where the file is what it should be. */
    public static Map<String, String> of(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            Map<String, String> digests = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .filter(file -> home.relativize(file).toString().contains("/covers/"))
                    .forEach(file -> digests.put(file.getFileName().toString(), digest(file)));
            return digests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
