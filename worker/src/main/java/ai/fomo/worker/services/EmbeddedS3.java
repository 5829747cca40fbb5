package ai.fomo.worker.services;

import ai.fomo.worker.configuration.S3Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** S3 on a directory, inside this process. */
final class EmbeddedS3 implements AutoCloseable {
    private final S3Proxy server;
    private final S3Connection connection;

    private EmbeddedS3(S3Proxy server, S3Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    static EmbeddedS3 start(Home home, int wantedPort) {
        int port = LoopbackPort.claim(wantedPort, "S3", "FOMO_S3_PORT");
        S3Keys keys = S3Keys.of(home);
        String endpoint = "http://" + LoopbackPort.HOST + ":" + port;
        try {
            Files.createDirectories(home.s3());
            // Absolute: with a relative path listings come out empty, silently.
            FilesystemNio2BlobStore directory =
                    new FilesystemNio2BlobStore(home.s3().toAbsolutePath().toString());
            S3Proxy server = S3Proxy.builder()
                    .endpoint(URI.create(endpoint))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, keys.accessKey(), keys.secretKey())
                    .blobStore(directory)
                    .ignoreUnknownHeaders(true)
                    .build();
            server.start();
            return new EmbeddedS3(
                    server,
                    new S3Connection(
                            endpoint,
                            S3Connection.DEFAULT_REGION,
                            S3Connection.DEFAULT_BUCKET,
                            keys.accessKey(),
                            keys.secretKey()));
        } catch (IOException e) {
            throw new ServiceException(home.s3() + " cannot be used for S3: " + e.getMessage(), e);
        } catch (Exception e) { // the server's start declares no more than that
            throw new ServiceException("S3 does not start on port " + port + ": " + e.getMessage(), e);
        }
    }

    S3Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // as above
            throw new ServiceException("S3 does not stop: " + e.getMessage(), e);
        }
    }
}
