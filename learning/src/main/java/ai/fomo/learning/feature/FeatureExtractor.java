package ai.fomo.learning.feature;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.image.UnusableImageException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Computes the features of many images on all cores; one for a process, whatever number of extractions go on in it.
 *
 * <p>Every worker fetches a batch, and then takes it through decoding and encoding on its own, so that no stage waits for another. As
 * many do the latter as there are cores: more would push each other's memory out of the caches. The others fetch meanwhile, which is
 * waiting for a network. Only so many batches are under way at once, which bounds memory.
 */
public final class FeatureExtractor {
    /** Images that a worker takes through all stages together. */
    public static final int BATCH = 8;

    /** Workers that fetch while one computes. */
    private static final int FETCHING = 3;

    /** For fetched images that wait, in bytes for each core. Each worker may take one image more. */
    private static final long ROOM = 32L << 20;

    /** Nor more than this part of the heap. */
    private static final int PART = 8;

    private final int workers;
    private final Semaphore cores;
    private final AtomicLong room;

    public FeatureExtractor() {
        this(Runtime.getRuntime().availableProcessors());
    }

    FeatureExtractor(int cores) {
        workers = (1 + FETCHING) * cores;
        // Fair: otherwise one of two extractions could wait for all batches of the other.
        this.cores = new Semaphore(cores, true);
        room = new AtomicLong(Math.min(ROOM * cores, Runtime.getRuntime().maxMemory() / PART));
    }

    private record Batch(List<Sha256> images, float[][] rows, Map<Sha256, String> bad) {}

    /**
     * @param progress told how many images are done, good or bad, from the calling thread; what it throws ends the extraction
     * @throws IOException if an image cannot be fetched
     */
    public Extraction extract(Encoder encoder, List<Sha256> images, ImageSource source, Consumer<Integer> progress)
            throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(workers, FeatureExtractor::daemon);
        try {
            List<Sha256> good = new ArrayList<>();
            List<float[]> rows = new ArrayList<>();
            Map<Sha256, String> bad = new HashMap<>();
            Queue<Future<Batch>> underWay = new ArrayDeque<>();
            int next = 0;
            int done = 0;
            while (next < images.size() || !underWay.isEmpty()) {
                while (next < images.size() && underWay.size() < 2 * workers) {
                    List<Sha256> batch = images.subList(next, Math.min(next + BATCH, images.size()));
                    underWay.add(pool.submit(() -> extract(encoder, batch, source)));
                    next += batch.size();
                }
                Batch batch = await(underWay.remove());
                good.addAll(batch.images());
                rows.addAll(List.of(batch.rows()));
                bad.putAll(batch.bad());
                done += batch.images().size() + batch.bad().size();
                progress.accept(done);
            }
            return Extraction.of(good, rows, bad);
        } finally {
            stop(pool);
        }
    }

    private Batch extract(Encoder encoder, List<Sha256> images, ImageSource source)
            throws IOException, InterruptedException {
        try (FetchedAhead ahead = new FetchedAhead(source, room)) {
            ahead.fetchAhead(images);
            cores.acquire();
            try {
                return compute(encoder, images, ahead);
            } finally {
                cores.release();
            }
        }
    }

    private static Batch compute(Encoder encoder, List<Sha256> images, ImageSource source) throws IOException {
        List<Sha256> good = new ArrayList<>();
        List<float[]> prepared = new ArrayList<>();
        Map<Sha256, String> bad = new HashMap<>();
        for (Sha256 image : images) {
            try {
                prepared.add(encoder.prepare(source.fetch(image)));
                good.add(image);
            } catch (UnusableImageException e) {
                bad.put(image, String.valueOf(e.getMessage()));
            }
        }
        return new Batch(good, encoder.encode(prepared), bad);
    }

    private static Batch await(Future<Batch> batch) throws IOException {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while computing features");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("computing features failed", e.getCause());
        }
    }

    /** Waits for the batches under way: whoever called may close the encoder next, and its natives with it. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "features");
        thread.setDaemon(true);
        return thread;
    }
}
