package ai.fomo.activities.failure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for work in other threads as if this one had done it. */
public final class Joining {
    private Joining() {}

    /** Throws what the work threw, unwrapped: its type decides whether an activity is tried again. */
    public static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
