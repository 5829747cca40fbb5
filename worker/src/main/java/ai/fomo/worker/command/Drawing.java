package ai.fomo.worker.command;

import java.io.PrintStream;
import java.util.List;

/** The last lines of a terminal, drawn over each time. Where nobody watches a terminal, nothing is drawn. */
public final class Drawing {
    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintStream messages;
    private final boolean terminal;
    private int lines;

    Drawing(PrintStream messages, boolean terminal) {
        this.messages = messages;
        this.terminal = terminal;
    }

    /** Instead of what it showed. */
    public void show(List<String> drawn) {
        if (!terminal) {
            return;
        }
        String up = lines == 0 ? "" : "\u001b[" + lines + "A\r" + ERASE_BELOW;
        messages.print(
                up + String.join(System.lineSeparator(), drawn) + (drawn.isEmpty() ? "" : System.lineSeparator()));
        messages.flush();
        lines = drawn.size();
    }

    /** Makes room for lines that stay. */
    public void hide() {
        show(List.of());
    }

    /** What is drawn stays as it is. */
    public void leave() {
        lines = 0;
    }
}
