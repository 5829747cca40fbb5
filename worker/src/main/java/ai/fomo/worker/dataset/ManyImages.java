package ai.fomo.worker.dataset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Does one thing with each of many images, several at a time, and no more in memory than are being worked on. */
final class ManyImages {
    /** Most of them wait for S3 or a disk. */
    private static final int THREADS = Runtime.getRuntime().availableProcessors() + 6;

    private static final int WINDOW = 16 * THREADS;

    private ManyImages() {}

    /**
     * @param results given in the order of {@code items}, from this thread
     * @param progress told how many are done, from this thread
     * @throws ImagesInterruptedException where this thread is interrupted
     */
    static <T, R> void each(List<T> items, Function<T, R> work, Consumer<R> results, LongConsumer progress) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            Deque<Future<R>> running = new ArrayDeque<>();
            long done = 0;
            for (T item : items) {
                if (running.size() == WINDOW) {
                    results.accept(running.remove().get());
                    progress.accept(++done);
                }
                running.add(pool.submit(() -> work.apply(item)));
            }
            while (!running.isEmpty()) {
                results.accept(running.remove().get());
                progress.accept(++done);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("looking at an image failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImagesInterruptedException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
