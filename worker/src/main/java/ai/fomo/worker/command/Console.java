package ai.fomo.worker.command;

import ai.fomo.workflows.payload.PayloadConverter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;

/**
 * Where a command speaks. Results go to standard output: text, or with {@code --json} exactly one document. Everything
 * else goes to standard error. Safe for use by several threads.
 */
public final class Console {
    private final PrintStream results;
    private final PrintStream messages;
    private final boolean json;
    private final boolean terminal;

    /** @param terminal whether {@code messages} is a terminal, where lines can be drawn over */
    public Console(PrintStream results, PrintStream messages, boolean json, boolean terminal) {
        this.results = results;
        this.messages = messages;
        this.json = json;
        this.terminal = terminal;
    }

    public boolean json() {
        return json;
    }

    /** Whether a person watches: then a progress bar is drawn, otherwise lines are written. */
    public boolean terminal() {
        return terminal;
    }

    /** One line of the result for people; with {@code --json} it goes to standard error. */
    public void print(String line) {
        (json ? messages : results).println(line);
    }

    /** One line about what goes on. */
    public void note(String line) {
        messages.println(line);
    }

    /** The one JSON document; without {@code --json} nothing, {@link #print} says it instead. */
    public void document(Object document) {
        if (json) {
            results.println(toJson(document));
        }
    }

    /** A bar on a terminal, otherwise a line now and then. */
    public Progress progress(String task, String unit, long total) {
        return Progress.start(task, unit, total, messages, terminal);
    }

    /** Lines of a terminal that are drawn over. */
    public Drawing drawing() {
        return new Drawing(messages, terminal);
    }

    private static String toJson(Object document) {
        try {
            return PayloadConverter.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .without(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + document.getClass().getName(), e);
        }
    }
}
