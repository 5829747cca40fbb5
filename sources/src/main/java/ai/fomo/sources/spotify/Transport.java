package ai.fomo.sources.spotify;

import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request within its time, and names the failures that any request can meet. */
final class Transport {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final Duration timeout;

    Transport(HttpClient.Redirect redirect, Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirect)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * @return an answer of status 200 to 499, without 429
     * @throws BodyTooLargeException where it is larger than {@code maxBytes}
     */
    HttpResponse<byte[]> send(HttpRequest request, int maxBytes) {
        URI address = request.uri();
        // The client's own timeout ends with the headers; a body that stalls must not hold a thread for ever.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(address, maxBytes));
        try {
            return judged(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
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

    private static HttpResponse<byte[]> judged(HttpResponse<byte[]> response) {
        String place = place(response.uri());
        if (response.statusCode() == TOO_MANY_REQUESTS) {
            throw new RateLimitedException(place, RetryAfter.of(response.headers()));
        }
        if (response.statusCode() >= SERVER_ERROR) {
            throw new SourceUnavailableException(place + " answered with status " + response.statusCode(), null);
        }
        return response;
    }

    /** Scheme, host and path: a query may hold what nobody wants in a log. */
    static String place(URI address) {
        return address.getScheme() + "://" + address.getAuthority() + address.getPath();
    }
}
