package ai.fomo.workflows;

/** What Temporal's UI shows beside a workflow's id: one line, for which the server takes 400 bytes. */
public final class Summary {
    private static final int CHARACTERS = 100;

    private Summary() {}

    /** Cut where people wrote more than there is room for. */
    public static String of(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CHARACTERS - 1)) + "…";
    }
}
