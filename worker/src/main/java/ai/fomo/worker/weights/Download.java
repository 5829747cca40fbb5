package ai.fomo.worker.weights;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Fetches a file by HTTP. After a cut it goes on where it stopped, in this process or a later one, if the server still has
 * the same file and can; otherwise it starts again. The file is there when it is complete and of the digest, and not before.
 */
public final class Download {
    /** In a row, and none of them brought a byte. */
    private static final int VAIN_ATTEMPTS = 3;

    private static final int CHUNK = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final Duration pause;
    private final Duration patience;

    public Download() {
        this(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    /**
     * @param pause before a next attempt
     * @param patience with a connection that brings nothing
     */
    Download(Duration pause, Duration patience) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.pause = pause;
        this.patience = patience;
    }

    /** Told how far it is. */
    @FunctionalInterface
    public interface Listener {
        /** @param total -1 where the server does not say */
        void reached(long done, long total);
    }

    /**
     * @param target where the file will lie; what is there already and of the digest is not fetched again
     * @throws WeightsNotFetchedException where it cannot be had, or is of another digest, and then nothing of it is kept
     */
    public void fetch(URI address, Path target, FileDigest expected, Listener listener) {
        if (isThere(target, expected)) {
            return;
        }
        try (PartialFile part = new PartialFile(target)) {
            receive(address, part, listener);
            FileDigest found = digest(part.path(), expected.algorithm());
            if (!found.equals(expected)) {
                part.discard();
                throw new WeightsNotFetchedException(address + " is of digest " + found + ", not " + expected
                        + ", and nothing of it was kept: try again, or say --digest " + found
                        + " if that is the file you want");
            }
            part.complete();
        }
    }

    private static boolean isThere(Path target, FileDigest expected) {
        return Files.isRegularFile(target)
                && digest(target, expected.algorithm()).equals(expected);
    }

    private void receive(URI address, PartialFile part, Listener listener) {
        for (int vain = 0; ; ) {
            long before = part.size();
            Attempt attempt = attempt(address, part, listener);
            if (attempt.complete()) {
                return;
            }
            vain = part.size() > before ? 0 : vain + 1;
            if (vain == VAIN_ATTEMPTS) {
                throw new WeightsNotFetchedException(address + " cannot be fetched (" + attempt.trouble()
                        + "): look at the network, or say --from another address or --file PATH");
            }
            sleep(address);
        }
    }

    /** @param trouble why it is not complete; empty where it is */
    private record Attempt(String trouble) {
        static final Attempt COMPLETE = new Attempt("");

        boolean complete() {
            return trouble.isEmpty();
        }
    }

    private Attempt attempt(URI address, PartialFile part, Listener listener) {
        FileVersion version = part.version();
        long from = part.size();
        if (from > 0 && from == version.length()) {
            return Attempt.COMPLETE;
        }
        HttpResponse<InputStream> response;
        try {
            response = http.send(request(address, from, version), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            return new Attempt(reason(e));
        } catch (InterruptedException e) {
            throw interrupted(address, e);
        }
        try (InputStream body = response.body()) {
            return receive(address, response, body, from, part, listener);
        } catch (IOException e) {
            return new Attempt("the connection was cut, " + reason(e));
        }
    }

    private Attempt receive(
            URI address,
            HttpResponse<InputStream> response,
            InputStream body,
            long from,
            PartialFile part,
            Listener listener)
            throws IOException {
        switch (response.statusCode()) {
            case OK -> part.restart(FileVersion.ofWhole(response));
            case PARTIAL -> {
                if (!part.version().continuesWith(response, from)) {
                    part.restart(FileVersion.UNKNOWN);
                    return new Attempt("the server has another file now");
                }
            }
            case RANGE_NOT_SATISFIABLE -> {
                part.restart(FileVersion.UNKNOWN);
                return new Attempt("the server has another file now");
            }
            default -> {
                return refused(address, response.statusCode());
            }
        }
        long total = part.version().length();
        if (total >= 0) {
            part.requireRoom(total);
        }
        long done = part.size();
        byte[] chunk = new byte[CHUNK];
        try (StallGuard guard = new StallGuard(body, patience)) {
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                guard.alive();
                part.append(chunk, read);
                done += read;
                listener.reached(done, total);
            }
        }
        return total < 0 || done == total ? Attempt.COMPLETE : new Attempt("the connection was cut");
    }

    private static Attempt refused(URI address, int status) {
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            return new Attempt("the server answers " + status);
        }
        throw new WeightsNotFetchedException(address + " is not to be had, the server answers " + status
                + ": say --from another address, or --file PATH");
    }

    private static HttpRequest request(URI address, long from, FileVersion version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1));
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
            // A weak tag says that files are alike, not that they are the same.
            if (version.tag().startsWith("\"")) {
                request.header("If-Range", version.tag());
            }
        }
        return request.build();
    }

    private void sleep(URI address) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(address, e);
        }
    }

    private static WeightsNotFetchedException interrupted(URI address, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new WeightsNotFetchedException(
                "the download of " + address + " was interrupted; the same command goes on with it", e);
    }

    private static String reason(IOException e) {
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null
                ? "no connection"
                : cause.getMessage().lines().findFirst().orElse("no connection");
    }

    private static FileDigest digest(Path file, FileDigest.Algorithm algorithm) {
        try {
            return FileDigest.of(file, algorithm);
        } catch (IOException e) {
            throw new WeightsNotFetchedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
