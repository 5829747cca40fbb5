package ai.fomo.workflows.retrain;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about; the limit is only there so that a broken test ends. */
final class Await {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Await() {}

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true within " + LIMIT);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
