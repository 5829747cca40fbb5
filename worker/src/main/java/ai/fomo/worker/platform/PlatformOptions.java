package ai.fomo.worker.platform;

import ai.fomo.worker.wiring.WorkerQueue;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a command needs of the platform.
 *
 * @param worker whether somebody has to serve the task queues while the command runs
 * @param queues which ones, where it is this process that serves them
 */
public record PlatformOptions(boolean worker, Set<WorkerQueue> queues) {
    public PlatformOptions {
        queues = Set.copyOf(queues);
    }

    /** For a command that waits for a workflow. */
    public static PlatformOptions withWorker() {
        return new PlatformOptions(true, EnumSet.allOf(WorkerQueue.class));
    }

    /** For a command that only reads, or starts what others serve. */
    public static PlatformOptions withoutWorker() {
        return new PlatformOptions(false, Set.of());
    }
}
