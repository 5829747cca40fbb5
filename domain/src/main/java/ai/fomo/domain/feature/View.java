package ai.fomo.domain.feature;

import java.util.Locale;

/** How an image is looked at. Other views than the original are for training alone: judged and served is the original. */
public enum View {
    ORIGINAL,
    /** Left and right exchanged. */
    MIRROR;

    /** As rows and options write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
