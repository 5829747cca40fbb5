package ai.fomo.worker.weights;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves one file by HTTP, as badly as a test wants. */
final class FileServer implements AutoCloseable {
    volatile byte[] content;
    volatile String tag = "\"one\"";
    /** Bytes of a response after which the connection is cut. */
    volatile int cutAfter = Integer.MAX_VALUE;
    /** How many responses are cut; those after them are whole. */
    final AtomicInteger cuts = new AtomicInteger();

    /** Leaves the connection open where it would be cut. */
    volatile boolean stalls;

    volatile boolean ranges = true;
    /** Answered before anything else, where it is not 200. */
    volatile int status = 200;

    /** The {@code Range} of each request; empty where it had none. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    FileServer(byte[] content) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/vgg16.h5");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
        asked.add(range == null ? "" : range);
        byte[] whole = content;
        if (status != 200) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        if (!tag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        int from = 0;
        if (range != null && ranges && (ifRange == null || ifRange.equals(tag))) {
            from = Integer.parseInt(range.replaceAll("\\D", ""));
            if (from >= whole.length) {
                exchange.sendResponseHeaders(416, -1);
                exchange.close();
                return;
            }
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
        }
        byte[] body = Arrays.copyOfRange(whole, from, whole.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, body.length);
        int sent = cuts.getAndDecrement() > 0 ? Math.min(cutAfter, body.length) : body.length;
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, sent);
        out.flush();
        if (sent < body.length && stalls) {
            return;
        }
        // Before the end of the body, this closes the connection.
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
