package ai.fomo.activities.evaluation;

import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.workflows.payload.PayloadConverter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An evaluation as JSON, the form in which it lies in {@code evaluations/}: equal evaluations are equal bytes. */
public final class Reports {
    private static final ObjectMapper MAPPER = PayloadConverter.mapper();

    private Reports() {}

    public static byte[] toBytes(Evaluation evaluation) {
        try {
            return MAPPER.writeValueAsBytes(evaluation);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException where the bytes, though verified, are of another kind */
    public static Evaluation parse(byte[] json) {
        try {
            return MAPPER.readValue(json, Evaluation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
