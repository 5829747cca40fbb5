package ai.fomo.systemtests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How a command ended and what it printed. */
public record CommandResult(int exitCode, String standardOutput, String standardError) {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Standard output as one JSON document, with nothing before or behind it. */
    public JsonNode json() {
        try {
            return MAPPER.readTree(standardOutput);
        } catch (JsonProcessingException e) {
            throw new AssertionError("standard output is not one JSON document:\n" + this, e);
        }
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n--- standard output\n" + standardOutput + "\n--- standard error\n"
                + standardError;
    }
}
