package ai.fomo.worker.dataset;

import java.util.regex.Pattern;

/** What people may call their datasets: something that can be typed, and be part of a workflow's id. */
public final class SourceNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private SourceNames() {}

    public static boolean allow(String name) {
        return NAME.matcher(name).matches();
    }

    /** One sentence. */
    public static String refusal(String name) {
        return "'" + name
                + "' cannot be the name of a dataset; use letters, digits, '.', '_' and '-', at most 63 of them";
    }
}
