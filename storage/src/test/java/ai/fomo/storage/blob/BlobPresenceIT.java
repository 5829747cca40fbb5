package ai.fomo.storage.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class BlobPresenceIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestBucket BUCKET = new TestBucket();

    @Test
    void ofManyObjectsThoseThatAreNotThereAreNamed() {
        try (BlobStore blobs = BlobStore.open(BUCKET.configuration("presence"), DATABASE.database())) {
            blobs.ensureBucket();
            List<Sha256> asked = new ArrayList<>(Examples.digests("absent", 3));
            for (int i = 0; i < 40; i++) {
                asked.add(i, blobs.put(BlobKind.FEATURES, ("there " + i).getBytes(StandardCharsets.UTF_8)));
            }

            assertThat(BlobPresence.missing(blobs, BlobKind.FEATURES, asked))
                    .containsExactlyInAnyOrderElementsOf(Examples.digests("absent", 3));
            assertThat(BlobPresence.missing(blobs, BlobKind.FEATURES, List.of()))
                    .isEmpty();
        }
    }

    @Test
    void whereS3DoesNotAnswerNothingCountsAsMissing() {
        S3Configuration nobody = new S3Configuration("http://127.0.0.1:1", "us-east-1", "none", "key", "secret");
        try (BlobStore blobs = BlobStore.open(nobody, DATABASE.database())) {
            assertThatThrownBy(() -> BlobPresence.missing(blobs, BlobKind.FEATURES, Examples.digests("any", 3)))
                    .isInstanceOf(BlobStoreException.class);
        }
    }
}
