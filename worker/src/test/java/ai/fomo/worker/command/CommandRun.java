package ai.fomo.worker.command;

import ai.fomo.worker.configuration.Configuration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command came to that was carried out in this process.
 *
 * @param results what it printed on standard output
 * @param messages and on standard error
 */
public record CommandRun(int exitCode, String results, String messages) {
    public static CommandRun of(Configuration configuration, String... arguments) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int exitCode = FomoCommand.execute(
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                () -> configuration,
                arguments);
        return new CommandRun(
                exitCode, results.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
    }

    public JsonNode json() throws IOException {
        return new ObjectMapper().readTree(results);
    }
}
