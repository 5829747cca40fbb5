package ai.fomo.worker.demo.catalogue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** Answers on their way, whole or not. */
final class Sending {
    private Sending() {}

    static void whole(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    /**
     * Sends half of the body and ends the connection.
     *
     * @param lengthSaid whether the headers say how long the whole would have been
     * @throws IOException always: only a handler that fails makes the server end a connection before its answer is complete
     */
    static void cut(HttpExchange exchange, Answer answer, boolean lengthSaid) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        // Of a length of 0 the server makes an answer in chunks.
        exchange.sendResponseHeaders(answer.status(), lengthSaid ? Math.max(1, answer.body().length) : 0);
        exchange.getResponseBody().write(half(answer).body());
        exchange.getResponseBody().flush();
        throw new IOException("the answer was cut, as was asked for");
    }

    static Answer half(Answer answer) {
        return answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
    }

    static void pause(Duration slowness) {
        try {
            Thread.sleep(slowness.toMillis());
        } catch (InterruptedException e) {
            // The server is closing; whoever waits for the answer gets it now.
            Thread.currentThread().interrupt();
        }
    }
}
