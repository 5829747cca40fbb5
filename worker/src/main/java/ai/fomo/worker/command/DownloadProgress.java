package ai.fomo.worker.command;

import ai.fomo.worker.weights.Download;
import org.jspecify.annotations.Nullable;

/** A download on the console, from when its length is known. */
final class DownloadProgress implements Download.Listener, AutoCloseable {
    private static final long KIBIBYTE = 1024;

    private final Console console;
    private @Nullable Progress progress;

    DownloadProgress(Console console) {
        this.console = console;
    }

    @Override
    public void reached(long done, long total) {
        if (progress == null && total >= 0) {
            progress = console.progress("download", "KiB", total / KIBIBYTE);
        }
        if (progress != null) {
            progress.reached(done / KIBIBYTE);
        }
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
