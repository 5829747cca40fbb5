package ai.fomo.worker.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be closed, the last first; at the end of a command or on Ctrl-C, whichever comes first, and once. */
final class Resources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread onSignal = new Thread(this::closeAll, "stop-services");

    Resources() {
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    synchronized <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has found nothing left to do.
        }
    }

    /** A second caller waits for the first, so that the process does not end before the services have. */
    private synchronized void closeAll() {
        while (!open.isEmpty()) {
            AutoCloseable resource = open.pop();
            try {
                resource.close();
            } catch (Exception e) { // what an AutoCloseable may throw; the rest has to be closed all the same
                LOG.error("{} did not close", resource, e);
            }
        }
    }
}
