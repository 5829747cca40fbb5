package ai.fomo.activities.dataset;

import ai.fomo.activities.failure.Joining;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.learning.image.ThumbnailMaker;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.workflows.dataset.FingerprintResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** Makes the fingerprints that images in S3 lack, batch by batch; what is stored need not be made again. */
public final class CoverFingerprints {
    private static final int BATCH = 256;

    /** Some wait for S3, while as many as there are cores decode. */
    private static final int THREADS = Runtime.getRuntime().availableProcessors() + 2;

    private final FingerprintStore fingerprints;
    private final BlobStore blobs;

    public CoverFingerprints(FingerprintStore fingerprints, BlobStore blobs) {
        this.fingerprints = fingerprints;
        this.blobs = blobs;
    }

    /** @param done is told after each batch how many images it has looked at */
    public FingerprintResult make(String source, IntConsumer done) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            int added = 0;
            int unreadable = 0;
            List<String> examples = new ArrayList<>();
            List<Sha256> batch = fingerprints.missing(source, Optional.empty(), BATCH);
            while (!batch.isEmpty()) {
                Map<Sha256, Thumbnail> made = new HashMap<>();
                for (Made one : makeAll(batch, pool)) {
                    one.thumbnail().ifPresent(thumbnail -> made.put(one.image(), thumbnail));
                    if (one.thumbnail().isEmpty() && examples.size() < FingerprintResult.MOST_EXAMPLES) {
                        examples.add("image " + one.image().abbreviated() + ": " + one.reason());
                    }
                }
                fingerprints.putAll(made);
                added += made.size();
                unreadable += batch.size() - made.size();
                done.accept(added + unreadable);
                batch = fingerprints.missing(source, Optional.of(batch.get(batch.size() - 1)), BATCH);
            }
            return new FingerprintResult(added, unreadable, examples);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Made> makeAll(List<Sha256> images, ExecutorService pool) {
        List<CompletableFuture<Made>> futures = images.stream()
                .map(image -> CompletableFuture.supplyAsync(() -> make(image), pool))
                .toList();
        return futures.stream().map(Joining::join).toList();
    }

    private Made make(Sha256 image) {
        try {
            return new Made(image, Optional.of(ThumbnailMaker.of(blobs.get(BlobKind.COVERS, image))), "");
        } catch (UnusableImageException | BlobMissingException | BlobDamagedException e) {
            return new Made(image, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** @param thumbnail empty where there is none for {@code reason} */
    private record Made(Sha256 image, Optional<Thumbnail> thumbnail, String reason) {}
}
