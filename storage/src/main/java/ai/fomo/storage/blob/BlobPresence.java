package ai.fomo.storage.blob;

import ai.fomo.domain.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whether many objects are there: asked for one by one, several at a time, since a listing is as long as the bucket is full. */
public final class BlobPresence {
    /** As many connections as are kept open. */
    private static final int AT_ONCE = 16;

    private BlobPresence() {}

    /**
     * Those without an object of their name; whether an object is intact is known only by reading it.
     *
     * @throws BlobStoreException where S3 cannot be reached or refuses; nothing is missing then
     */
    public static Set<Sha256> missing(BlobStore blobs, BlobKind kind, Collection<Sha256> digests) {
        List<Sha256> asked = List.copyOf(digests);
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, asked.size())));
        try {
            List<Callable<Boolean>> questions = new ArrayList<>();
            asked.forEach(digest -> questions.add(() -> blobs.exists(kind, digest)));
            List<Future<Boolean>> answers = pool.invokeAll(questions);
            Set<Sha256> missing = new TreeSet<>();
            for (int i = 0; i < asked.size(); i++) {
                if (!answers.get(i).get()) {
                    missing.add(asked.get(i));
                }
            }
            return missing;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("looking for an object failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BlobStoreException("looking for objects was interrupted; try again", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
