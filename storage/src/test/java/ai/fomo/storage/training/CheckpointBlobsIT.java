package ai.fomo.storage.training;

import static ai.fomo.storage.Examples.CONFIGURATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.Checkpoint;
import ai.fomo.domain.training.Position;
import ai.fomo.storage.TestDatabase;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.TestBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two trainings of the same make the same bytes, and neither takes them from the other. */
final class CheckpointBlobsIT {
    private static final int ROUNDS = 150;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestBucket BUCKET = new TestBucket();

    private static BlobStore blobs;

    private Path directory;

    private final CheckpointStore rows = new CheckpointStore(DATABASE.jdbi());
    private CheckpointBlobs content;

    @BeforeAll
    static void open() {
        blobs = BlobStore.open(BUCKET.configuration("fomo"), DATABASE.database());
        blobs.ensureBucket();
    }

    @AfterAll
    static void close() {
        blobs.close();
    }

    @BeforeEach
    void start(@TempDir Path directory) {
        this.directory = directory;
        content = new CheckpointBlobs(rows, blobs);
    }

    @Test
    void theLastOneThatHasAUseForABlobRemovesIt() throws IOException {
        RunId first = started("first");
        RunId second = started("second");
        Sha256 digest = checkpoint(first, 1, "shared");
        checkpoint(second, 1, "shared");

        content.retain(first, 0);
        assertThat(blobs.exists(BlobKind.CHECKPOINTS, digest)).isTrue();

        content.retain(second, 0);
        assertThat(blobs.exists(BlobKind.CHECKPOINTS, digest)).isFalse();
    }

    @Test
    void whatWasClaimedAndNeverComeToACheckpointGoesWithTheNextOne() throws IOException {
        RunId run = started("unfinished");
        Path file = Files.writeString(directory.resolve("put"), "put, and the worker died");
        Sha256 put = Sha256.of(Files.readAllBytes(file));
        content.put(run, file, put);
        rows.claim(run, Sha256.of("claimed, and the worker died".getBytes(UTF_8)));
        Sha256 kept = checkpoint(run, 1, "whole");

        content.retain(run, 2);

        assertThat(blobs.exists(BlobKind.CHECKPOINTS, put)).isFalse();
        assertThat(blobs.exists(BlobKind.CHECKPOINTS, kept)).isTrue();
        assertThat(rows.forget(run, 0)).containsExactly(kept);
    }

    @Test
    void whileOneForgetsAndDiscardsTheOtherClaimsPutsAndSavesTheSameBytesAndKeepsThem() throws Exception {
        RunId one = started("one");
        RunId other = started("other");
        CyclicBarrier start = new CyclicBarrier(2);
        Random random = new Random(5);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                String text = "round " + round;
                int position = round;
                // Each third time the one has only come to the claim.
                Sha256 digest = round % 3 == 0 ? claimed(one, text) : checkpoint(one, position, text);
                int delay = random.nextInt(3_000_000);
                Callable<Object> forgetting = () -> {
                    start.await();
                    spin(delay);
                    content.retain(one, 0);
                    return digest;
                };
                Callable<Object> saving = () -> {
                    start.await();
                    return checkpoint(other, position, text);
                };
                for (Future<Object> done : threads.invokeAll(List.of(forgetting, saving))) {
                    done.get();
                }
                assertThatCode(() -> blobs.verify(BlobKind.CHECKPOINTS, digest))
                        .as(text)
                        .doesNotThrowAnyException();
                content.retain(other, 0);
                assertThat(blobs.exists(BlobKind.CHECKPOINTS, digest)).as(text).isFalse();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private RunId started(String name) {
        RunId run = new RunId(name);
        new RunStore(DATABASE.jdbi()).start(run, "execution of " + name, "covers", CONFIGURATION);
        return run;
    }

    /** As a training does it: claim, put, row. */
    private Sha256 checkpoint(RunId run, int steps, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(run + "-" + steps), text);
        Sha256 digest = Sha256.of(Files.readAllBytes(file));
        content.put(run, file, digest);
        rows.save(new Checkpoint(run, new Position(0, steps), digest, digest, 0, Optional.empty()));
        return digest;
    }

    private Sha256 claimed(RunId run, String text) {
        Sha256 digest = Sha256.of(text.getBytes(UTF_8));
        rows.claim(run, digest);
        return digest;
    }

    private static void spin(int nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
