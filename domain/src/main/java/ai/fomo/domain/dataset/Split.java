package ai.fomo.domain.dataset;

import java.util.Locale;

/** What an item is for. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    /** As files and tables write it: {@code train}, {@code validation}, {@code test}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the three that there are, where {@code text} is none of them */
    public static Split ofLabel(String text) {
        for (Split split : values()) {
            if (split.label().equalsIgnoreCase(text.strip())) {
                return split;
            }
        }
        throw new IllegalArgumentException("split '" + text + "' is none of train, validation, test");
    }
}
