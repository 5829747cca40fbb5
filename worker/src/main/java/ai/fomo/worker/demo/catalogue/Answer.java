package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What is sent back. */
record Answer(int status, Map<String, String> headers, byte[] body) {
    private static final String TYPE = "Content-Type";

    static Answer json(int status, JsonNode document) {
        return of(status, "application/json; charset=utf-8", document.toString().getBytes(UTF_8));
    }

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of(TYPE, type), body);
    }

    static Answer page(int status, String text) {
        return of(status, "text/html; charset=utf-8", ("<!DOCTYPE html><title>" + text + "</title>").getBytes(UTF_8));
    }

    static Answer redirect(int status, String location) {
        return page(status, "Moved").with("Location", location);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    Answer withBody(byte[] other) {
        return new Answer(status, headers, other);
    }
}
