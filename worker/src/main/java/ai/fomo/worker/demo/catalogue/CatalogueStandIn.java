package ai.fomo.worker.demo.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server on loopback that answers as far as the platform asks Spotify, or MusicBrainz: tokens, artists by genre, their
 * albums, and images, made when asked for. Everything it says is synthetic, and the names of its artists and albums say so.
 * It can be told to fail in the ways in which the real ones do, and knows what a client should end with all the same.
 */
public final class CatalogueStandIn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueStandIn.class);

    static {
        // As the launcher sets it; without, the JDK's server waits some 40 ms before each answer.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final SyntheticCatalogue catalogue;
    private final Offer offer;
    private final StandInOptions options;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Service service;
    private final Gate gate;
    private final RequestLog log = new RequestLog();
    private final Map<String, Integer> admitted = new ConcurrentHashMap<>();
    private volatile Faults faults;

    private CatalogueStandIn(long seed, SyntheticCatalogue catalogue, StandInOptions options, HttpServer server) {
        this.catalogue = catalogue;
        this.offer = new Offer(seed, catalogue, options.flaws());
        this.options = options;
        this.server = server;
        this.gate = new Gate(options.paces());
        this.faults = options.faults();
        // As many as there are requests: a slow answer keeps its thread, and none of the others waits for it.
        this.threads = Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, "catalogue-stand-in");
            thread.setDaemon(true);
            return thread;
        });
        this.service = options.behaviour() == Behaviour.MUSICBRAINZ
                ? new MusicBrainzService(offer, seed, options, address().toString())
                : new SpotifyService(offer, options, address().toString());
    }

    /**
     * Spotify in Development Mode, without fault.
     *
     * @param size albums in the catalogue
     * @param port 0 for any that is free
     * @throws IOException where the port is taken
     */
    public static CatalogueStandIn start(long seed, int size, int port) throws IOException {
        return start(seed, size, port, StandInOptions.of(Behaviour.SPOTIFY_DEVELOPMENT));
    }

    /**
     * @param size albums in the catalogue; flaws may list some of them twice
     * @param port 0 for any that is free
     * @throws IOException where the port is taken
     */
    public static CatalogueStandIn start(long seed, int size, int port, StandInOptions options) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        CatalogueStandIn standIn = new CatalogueStandIn(seed, SyntheticCatalogue.of(seed, size), options, server);
        server.createContext("/", standIn::answer);
        server.setExecutor(standIn.threads);
        server.start();
        return standIn;
    }

    /** Base address, without a slash at its end; of the API, of the tokens, and of the images. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it began with, without its flaws. */
    public SyntheticCatalogue catalogue() {
        return catalogue;
    }

    public RequestLog log() {
        return log;
    }

    /** What a client that asks for these genres must end with, as things are now. */
    public Truth truth(List<String> genres) {
        return service.truth(genres);
    }

    /** From now on, other faults. */
    public void fail(Faults newFaults) {
        faults = newFaults;
    }

    /** More artists, with so many albums together. */
    public void grow(int albums, Place place) {
        offer.grow(albums, place);
    }

    /** A new album for so many of the artists that are there. */
    public void growAlbums(int artists) {
        offer.growAlbums(artists);
    }

    /** No token that was given counts any longer. */
    public void withdrawTokens() {
        service.withdrawTokens();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            Asked asked = Asked.of(exchange);
            Host host = service.hostOf(asked);
            Instant now = options.clock().instant();
            Gate.Verdict verdict = gate.enter(host, now);
            if (verdict instanceof Gate.Verdict.Closed closed) {
                turnAway(exchange, asked, host, now, closed.remaining(), closed.since());
            } else if (verdict instanceof Gate.Verdict.TooFast tooFast) {
                turnAway(exchange, asked, host, now, tooFast.remaining(), null);
            } else {
                letIn(exchange, asked, host, now);
            }
        } catch (RuntimeException e) {
            // The server would close the connection without a word.
            LOG.error("the catalogue stand-in failed to answer {}", exchange.getRequestURI(), e);
            throw e;
        }
    }

    private void turnAway(
            HttpExchange exchange, Asked asked, Host host, Instant now, Duration wait, @Nullable Duration closedSince)
            throws IOException {
        Answer answer = service.tooMany(host, Gate.seconds(wait));
        log.add(new LoggedRequest(
                now, host, asked.method(), asked.target(), answer.status(), null, closedSince, closedSince == null));
        Sending.whole(exchange, answer);
    }

    private void letIn(HttpExchange exchange, Asked asked, Host host, Instant now) throws IOException {
        int before = admitted.merge(asked.target(), 1, Integer::sum) - 1;
        Faults current = faults;
        Optional<FaultKind> drawn = current.draw(host, asked.target(), before);
        Answer answer = drawn.isPresent() ? faulty(drawn.get(), current, asked, host, now) : service.answer(asked);
        log.add(new LoggedRequest(
                now, host, asked.method(), asked.target(), answer.status(), drawn.orElse(null), null, false));
        if (drawn.isPresent()) {
            send(exchange, answer, drawn.get(), current);
        } else {
            Sending.whole(exchange, answer);
        }
    }

    private Answer faulty(FaultKind kind, Faults current, Asked asked, Host host, Instant now) {
        return switch (kind) {
            case TOKEN_WITHDRAWN -> {
                service.withdrawTokens();
                yield service.failure(host, 401);
            }
            case SHORT_WAIT -> closing(host, now, current.shortWait());
            case LONG_WAIT -> closing(host, now, current.longWait());
            case INTERNAL_ERROR -> service.failure(host, 500);
            case BAD_GATEWAY -> service.failure(host, 502);
            case UNAVAILABLE -> service.failure(host, 503);
            case SLOW, CUT, CUT_CHUNKED -> service.answer(asked);
            case HALF_DOCUMENT -> Sending.half(service.answer(asked));
            case NO_DOCUMENT -> Answer.page(200, "One moment, please");
        };
    }

    private Answer closing(Host host, Instant now, Duration wait) {
        gate.close(host, now, wait);
        return service.tooMany(host, Gate.seconds(wait));
    }

    private static void send(HttpExchange exchange, Answer answer, FaultKind kind, Faults current) throws IOException {
        switch (kind) {
            case CUT -> Sending.cut(exchange, answer, true);
            case CUT_CHUNKED -> Sending.cut(exchange, answer, false);
            case SLOW -> {
                Sending.pause(current.slowness());
                Sending.whole(exchange, answer);
            }
            case TOKEN_WITHDRAWN,
                    SHORT_WAIT,
                    LONG_WAIT,
                    INTERNAL_ERROR,
                    BAD_GATEWAY,
                    UNAVAILABLE,
                    HALF_DOCUMENT,
                    NO_DOCUMENT -> Sending.whole(exchange, answer);
        }
    }
}
