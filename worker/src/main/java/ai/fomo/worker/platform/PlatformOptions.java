package ai.fomo.worker.platform;

/**
 * What a command needs of the platform.
 *
 * @param worker whether somebody has to serve the task queues while the command runs
 */
public record PlatformOptions(boolean worker) {
    /** For a command that waits for a workflow. */
    public static PlatformOptions withWorker() {
        return new PlatformOptions(true);
    }

    /** For a command that only reads, or starts what others serve. */
    public static PlatformOptions withoutWorker() {
        return new PlatformOptions(false);
    }
}
