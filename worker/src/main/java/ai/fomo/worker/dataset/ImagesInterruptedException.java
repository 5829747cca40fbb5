package ai.fomo.worker.dataset;

/** Going through images was interrupted; what was begun is not waited for. */
final class ImagesInterruptedException extends IllegalStateException {
    ImagesInterruptedException(InterruptedException cause) {
        super("interrupted while looking at images", cause);
    }
}
