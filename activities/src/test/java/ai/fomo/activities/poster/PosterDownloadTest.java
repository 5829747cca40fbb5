package ai.fomo.activities.poster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosterDownloadTest {
    private final PosterDownload download = new PosterDownload(HttpClient.newHttpClient());
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/poster.jpg", exchange -> answer(exchange, 200, 1_000));
        server.createContext("/gone.jpg", exchange -> answer(exchange, 404, 0));
        server.createContext("/busy.jpg", exchange -> answer(exchange, 503, 0));
        server.createContext("/limited.jpg", exchange -> answer(exchange, 429, 0));
        server.createContext("/huge.jpg", exchange -> answer(exchange, 200, 20_000_001));
        server.createContext("/largest.jpg", exchange -> answer(exchange, 200, 20_000_000));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void theContentBehindAnAddressIsFetched() {
        assertThat(download.fetch(address("/poster.jpg"))).hasSize(1_000);
    }

    @Test
    void twentyMegabytesAreTheLimit() {
        assertThat(download.fetch(address("/largest.jpg"))).hasSize(20_000_000);
        assertThatExceptionOfType(UnusablePosterException.class)
                .isThrownBy(() -> download.fetch(address("/huge.jpg")))
                .withMessageContaining("20 MB");
    }

    @Test
    void aRefusalIsFinalAndNamesTheStatus() {
        assertThatExceptionOfType(UnusablePosterException.class)
                .isThrownBy(() -> download.fetch(address("/gone.jpg")))
                .withMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/busy.jpg", "/limited.jpg"})
    void aBusyServerIsWorthAnotherTry(String path) {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> download.fetch(address(path)));
    }

    @Test
    void aServerThatIsNotThereIsWorthAnotherTry() {
        String address = address("/poster.jpg");
        server.stop(0);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> download.fetch(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "poster.jpg", "http://", "ht tp://x", "ftp://host/poster.jpg"})
    void whatIsNoHttpAddressIsRefusedBeforeAnythingIsSent(String url) {
        assertThatExceptionOfType(UnusablePosterException.class)
                .isThrownBy(() -> download.fetch(url))
                .withMessageContaining(url);
    }

    private String address(String path) {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, int length) throws IOException {
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(new byte[length]);
        }
    }
}
