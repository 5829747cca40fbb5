package ai.fomo.worker.page;

/** Text that people gave, inside Markdown. */
final class Markdown {
    private static final String SPECIAL = "\\`*_[]<>|#&!~";

    private Markdown() {}

    /** Shows as it is, on one line, whatever it contains: no markup, no table cell, no HTML. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.replaceAll("\\s+", " ").toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
