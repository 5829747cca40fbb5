package ai.fomo.worker.platform;

/** Told what happens while services start, one sentence at a time. */
@FunctionalInterface
public interface PlatformListener {
    void says(String sentence);
}
