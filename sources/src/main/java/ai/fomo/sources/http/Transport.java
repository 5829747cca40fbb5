package ai.fomo.sources.http;

import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request within its time, and names the failures that any request can meet. Follows no redirect. */
public final class Transport {
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final Duration timeout;
    private final RateLimits limits;
    private final InstantSource clock;

    /** @param timeout of one request, answer included */
    public Transport(Duration timeout, RateLimits limits, InstantSource clock) {
        this.timeout = timeout;
        this.limits = limits;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * @return an answer of status 200 to 499 that is no limit of the rate
     * @throws BodyTooLargeException where it is larger than {@code maxBytes}
     * @throws RateLimitedException where the server wants to be left alone for a while
     * @throws SourceUnavailableException where there is no whole answer, or one of the server's errors
     */
    public HttpResponse<byte[]> send(HttpRequest request, int maxBytes) {
        return send(request, maxBytes, timeout);
    }

    HttpResponse<byte[]> send(HttpRequest request, int maxBytes, Duration within) {
        URI address = request.uri();
        // The client's own timeout ends with the headers; a body that stalls must not hold a thread for ever.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(address, maxBytes));
        try {
            return judged(answer.get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SourceUnavailableException(
                    place(address) + " did not answer within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BodyTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new SourceUnavailableException(place(address) + " cannot be reached: " + e.getCause(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException("the request to " + place(address) + " was interrupted", e);
        }
    }

    Duration timeout() {
        return timeout;
    }

    private HttpResponse<byte[]> judged(HttpResponse<byte[]> response) {
        limits.check(response, clock.instant());
        if (response.statusCode() >= SERVER_ERROR) {
            throw new SourceUnavailableException(
                    place(response.uri()) + " answered with status " + response.statusCode(), null);
        }
        return response;
    }

    /** Scheme, host and path: a query may hold what nobody wants in a log. */
    public static String place(URI address) {
        return address.getScheme() + "://" + address.getAuthority() + address.getPath();
    }
}
