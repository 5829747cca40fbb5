package ai.fomo.worker.weights;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream that has brought nothing for some time, so that its reader gets an error: HTTP itself waits for ever. */
final class StallGuard implements AutoCloseable {
    private static final int CHECKS = 4;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(StallGuard::daemon);
    private final Future<?> checks;
    private volatile long lastSeen = System.nanoTime();

    StallGuard(InputStream stream, Duration patience) {
        long interval = patience.toNanos() / CHECKS;
        checks = clock.scheduleAtFixedRate(() -> check(stream, patience), interval, interval, TimeUnit.NANOSECONDS);
    }

    /** Something has come. */
    void alive() {
        lastSeen = System.nanoTime();
    }

    private void check(InputStream stream, Duration patience) {
        if (System.nanoTime() - lastSeen > patience.toNanos()) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new IllegalStateException("a stalled connection cannot be closed", e);
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "download-stall");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        checks.cancel(false);
        clock.shutdown();
    }
}
