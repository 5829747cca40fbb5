package ai.fomo.worker.weights;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.weights.KerasFile;
import ai.fomo.learning.weights.UnusableWeightsException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.feature.WeightsStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes published weights in: a Keras file from the web or from disk becomes the file that encoders run on. */
public final class WeightsIntake {
    private final BlobStore blobs;
    private final WeightsStore weights;
    private final Download download;
    private final Path downloads;

    /** @param downloads directory for files that are under way */
    public WeightsIntake(BlobStore blobs, WeightsStore weights, Download download, Path downloads) {
        this.blobs = blobs;
        this.weights = weights;
        this.download = download;
        this.downloads = downloads;
    }

    /**
     * From the web. The download is removed once it is taken in, or cannot be.
     *
     * @throws WeightsNotFetchedException where it cannot be had, or is of another digest
     * @throws UnusableWeightsException where it is not such a file
     */
    public TakenWeights fetch(PublishedWeights published, URI address, FileDigest digest, Download.Listener listener) {
        // Another address is another file, until its digest says that it is not.
        String name = published.name() + "-"
                + Sha256.of(address.toString().getBytes(StandardCharsets.UTF_8)).abbreviated() + ".h5";
        Path file = downloads.resolve(name);
        download.fetch(address, file, digest, listener);
        byte[] converted = convert(published, file);
        TakenWeights taken = keep(published, converted, file, address.toString());
        remove(file);
        return taken;
    }

    /**
     * From a file, which stays.
     *
     * @param digest that it must have, where somebody says so
     */
    public TakenWeights take(PublishedWeights published, Path file, @Nullable FileDigest digest) {
        if (digest != null) {
            FileDigest found = digest(file, digest.algorithm());
            if (!found.equals(digest)) {
                throw new WeightsNotFetchedException(file + " is of digest " + found + ", not " + digest
                        + ", and was not taken in: name another file, or another --digest");
            }
        }
        byte[] converted = KerasFile.convolutions(file, published.layers(), published.format())
                .toBytes();
        return keep(
                published, converted, file, file.toAbsolutePath().normalize().toString());
    }

    private static byte[] convert(PublishedWeights published, Path download) {
        try {
            return KerasFile.convolutions(download, published.layers(), published.format())
                    .toBytes();
        } catch (UnusableWeightsException e) {
            remove(download);
            throw e;
        }
    }

    /** The file first, the row that says that it counts after it. */
    private TakenWeights keep(PublishedWeights published, byte[] converted, Path file, String origin) {
        Sha256 source = new Sha256(digest(file, FileDigest.Algorithm.SHA256).hex());
        Sha256 digest = blobs.put(BlobKind.WEIGHTS, converted);
        weights.record(published.name(), digest, source, origin);
        return new TakenWeights(published.name(), digest, source, origin, converted.length);
    }

    private static FileDigest digest(Path file, FileDigest.Algorithm algorithm) {
        try {
            return FileDigest.of(file, algorithm);
        } catch (IOException e) {
            throw new WeightsNotFetchedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new WeightsNotFetchedException(file + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
