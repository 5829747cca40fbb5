package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server on loopback that answers as far as the platform asks Spotify: tokens, artists by genre, their albums, and images,
 * drawn when asked for. Everything it says is synthetic, and the names of its artists and albums say so.
 */
public final class CatalogueStandIn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueStandIn.class);
    private static final String TOKEN = "synthetic-catalogue-token";
    private static final long TOKEN_SECONDS = 3_600;
    private static final int THREADS = 4;
    private static final Pattern GENRE_QUERY = Pattern.compile("genre:\"?([^\"]+)\"?");
    private static final Pattern ALBUMS_PATH = Pattern.compile("/v1/artists/([^/]+)/albums");
    private static final Pattern IMAGE_PATH = Pattern.compile("/image/([0-9A-Za-z]+)\\.jpg");
    private static final List<String> IMAGE_SIZES = List.of("640", "300", "64");

    private final SyntheticCatalogue catalogue;
    private final HttpServer server;
    private final ExecutorService threads;
    private final WebApiDocuments documents;
    private final ObjectMapper mapper = new ObjectMapper();

    private CatalogueStandIn(SyntheticCatalogue catalogue, HttpServer server) {
        this.catalogue = catalogue;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, runnable -> {
            Thread thread = new Thread(runnable, "catalogue-stand-in");
            thread.setDaemon(true);
            return thread;
        });
        this.documents = new WebApiDocuments(address().toString());
    }

    /**
     * @param size albums in the catalogue
     * @param port 0 for any that is free
     * @throws IOException where the port is taken
     */
    public static CatalogueStandIn start(long seed, int size, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        CatalogueStandIn standIn = new CatalogueStandIn(SyntheticCatalogue.of(seed, size), server);
        server.createContext("/", standIn::answer);
        server.setExecutor(standIn.threads);
        server.start();
        return standIn;
    }

    /** Base address, without a slash at its end; of the API, of the tokens, and of the images. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public SyntheticCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            Matcher image = IMAGE_PATH.matcher(path);
            if (path.equals("/api/token") && exchange.getRequestMethod().equals("POST")) {
                send(exchange, 200, documents.token(TOKEN, TOKEN_SECONDS));
            } else if (image.matches()) {
                sendImage(exchange, image.group(1), query);
            } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, documents.error(401, "No token provided"));
            } else {
                answerApi(exchange, path, query);
            }
        } catch (RuntimeException e) {
            // The server would close the connection without a word.
            LOG.error("the catalogue stand-in failed to answer {}", exchange.getRequestURI(), e);
            throw e;
        }
    }

    private void answerApi(HttpExchange exchange, String path, Map<String, String> query) throws IOException {
        PageOf page;
        try {
            page = PageOf.of(query);
        } catch (IllegalArgumentException e) {
            send(exchange, 400, documents.error(400, String.valueOf(e.getMessage())));
            return;
        }
        Matcher albums = ALBUMS_PATH.matcher(path);
        if (path.equals("/v1/search")) {
            Matcher genre = GENRE_QUERY.matcher(query.getOrDefault("q", ""));
            if (genre.matches() && "artist".equals(query.get("type"))) {
                send(exchange, 200, documents.search(catalogue.playing(genre.group(1)), path, page));
            } else {
                send(exchange, 400, documents.error(400, "Only type=artist with q=genre:\"...\" is synthesised"));
            }
            return;
        }
        Optional<SyntheticArtist> artist = albums.matches() ? catalogue.artist(albums.group(1)) : Optional.empty();
        if (artist.isPresent()) {
            send(exchange, 200, documents.albums(artist.get(), path, page));
        } else {
            send(exchange, 404, documents.error(404, "Resource not found"));
        }
    }

    private void sendImage(HttpExchange exchange, String id, Map<String, String> query) throws IOException {
        Optional<SyntheticAlbum> album = catalogue.album(id);
        String size = query.getOrDefault("size", "300");
        if (album.isEmpty() || !IMAGE_SIZES.contains(size)) {
            send(exchange, 404, documents.error(404, "Resource not found"));
            return;
        }
        byte[] jpeg = album.get().cover().jpeg(Integer.parseInt(size));
        send(exchange, 200, "image/jpeg", jpeg);
    }

    private void send(HttpExchange exchange, int status, ObjectNode document) throws IOException {
        send(exchange, status, "application/json; charset=utf-8", mapper.writeValueAsBytes(document));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        // Unread requests would end the connection instead of keeping it for the next one.
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return query;
    }
}
