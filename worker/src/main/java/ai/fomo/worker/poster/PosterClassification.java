package ai.fomo.worker.poster;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.image.ImageInspector;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.worker.view.ClassifiedFile;
import ai.fomo.worker.view.WorkflowFailures;
import ai.fomo.workflows.poster.PosterReference;
import ai.fomo.workflows.poster.PosterRequest;
import ai.fomo.workflows.poster.PosterResult;
import ai.fomo.workflows.poster.PosterWorkflow;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Classifies files with one model, a bounded number of workflows at a time. */
public final class PosterClassification {
    /** Enough to keep a worker busy on every core, few enough that Ctrl-C leaves little behind. */
    private static final int IN_FLIGHT = 16;

    /** As for posters from the web. */
    private static final long MAXIMUM_BYTES = 20_000_000;

    private final WorkflowClient client;
    private final BlobStore blobs;
    private final int model;

    /** @param model version of a registered model */
    public PosterClassification(WorkflowClient client, BlobStore blobs, int model) {
        this.client = client;
        this.blobs = blobs;
        this.model = model;
    }

    /**
     * What came of every file, in their order.
     *
     * @param progress told how many are done, never less than before
     */
    public List<ClassifiedFile> classify(List<Path> files, LongConsumer progress) throws InterruptedException {
        Semaphore places = new Semaphore(IN_FLIGHT);
        AtomicLong done = new AtomicLong();
        List<CompletableFuture<ClassifiedFile>> results = new ArrayList<>();
        for (Path file : files) {
            places.acquire();
            results.add(classify(file).whenComplete((result, failure) -> {
                places.release();
                synchronized (done) {
                    progress.accept(done.incrementAndGet());
                }
            }));
        }
        return results.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<ClassifiedFile> classify(Path file) {
        byte[] image;
        try {
            image = usable(file);
        } catch (IOException | UnusableImageException e) {
            String reason = Files.exists(file) ? String.valueOf(e.getMessage()) : "there is no such file";
            return CompletableFuture.completedFuture(new ClassifiedFile.Failed(file.toString(), reason));
        }
        Sha256 poster = blobs.put(BlobKind.POSTERS, image);
        PosterWorkflow workflow = client.newWorkflowStub(PosterWorkflow.class, PosterWorkflow.options(poster, model));
        PosterRequest request =
                new PosterRequest(PosterReference.stored(poster), null, null, null, String.valueOf(model));
        return WorkflowClient.execute(workflow::classify, request)
                .handle((result, failure) -> outcome(file, result, failure));
    }

    private static ClassifiedFile outcome(Path file, @Nullable PosterResult result, @Nullable Throwable failure) {
        if (result != null) {
            return new ClassifiedFile.Classified(file.toString(), result.classification());
        }
        return new ClassifiedFile.Failed(
                file.toString(), failure == null ? "no answer" : WorkflowFailures.sentence(failure));
    }

    private static byte[] usable(Path file) throws IOException, UnusableImageException {
        if (Files.size(file) > MAXIMUM_BYTES) {
            throw new IOException("more than " + MAXIMUM_BYTES / 1_000_000 + " MB: scale it down");
        }
        byte[] image = Files.readAllBytes(file);
        ImageInspector.inspect(image);
        return image;
    }
}
