package ai.fomo.storage.blob;

import ai.fomo.storage.Database;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real S3 server on a directory that is removed after the test class. */
@SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
public final class TestBucket implements BeforeAllCallback, AfterAllCallback {
    private Path directory;
    private S3Proxy server;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("fomo-s3").toAbsolutePath();
        server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                .blobStore(new FilesystemNio2BlobStore(directory.toString()))
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        server.stop();
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new IOException("could not remove " + directory, e);
        }
    }

    /** S3 as it is, past all that a store checks; the caller closes it. */
    MinioClient client() {
        S3Configuration configuration = configuration("any");
        return MinioClient.builder()
                .endpoint(configuration.endpoint())
                .credentials(configuration.accessKey(), configuration.secretKey())
                .build();
    }

    /** On a bucket that is there; the caller closes it. */
    BlobStore store(Database database) {
        BlobStore store = BlobStore.open(configuration("fomo"), database);
        store.ensureBucket();
        return store;
    }

    public S3Configuration configuration(String bucket) {
        return new S3Configuration("http://127.0.0.1:" + server.getPort(), "us-east-1", bucket, "key", "secret");
    }
}
