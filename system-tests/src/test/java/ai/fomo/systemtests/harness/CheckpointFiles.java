package ai.fomo.systemtests.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/** The blobs in {@code checkpoints/} as files of the embedded S3, behind its back. */
public final class CheckpointFiles {
    private final Path directory;

    /** @param data the platform's data directory */
    public CheckpointFiles(Path data) {
        this.directory = data.resolve("s3").resolve("fomo").resolve("checkpoints");
    }

    /** Names of all files there, whole or not. */
    public Set<String> names() {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            Set<String> names = new HashSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is such a blob, and its content has the SHA-256 that it is named by. */
    public boolean isIntact(String digest) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(directory.resolve(digest)), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest()).equals(digest);
        } catch (IOException | NoSuchAlgorithmException e) {
            return false;
        }
    }

    /** Overwrites some bytes in its middle: the length stays. */
    public void damage(String digest) {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve(digest).toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write("damaged".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String digest) {
        try {
            Files.delete(directory.resolve(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
