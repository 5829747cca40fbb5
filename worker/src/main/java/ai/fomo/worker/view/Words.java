package ai.fomo.worker.view;

import java.util.Locale;

/** Constants as people read and write them. */
public final class Words {
    private Words() {}

    /** In small letters, with hyphens: {@code class-weighted}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
