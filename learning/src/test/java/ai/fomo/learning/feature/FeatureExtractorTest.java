package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.image.UnusableImageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FeatureExtractorTest {
    private final Map<Sha256, byte[]> images = new HashMap<>();

    @Test
    void rowsComeInTheOrderThatWasAskedForWithoutTheBadOnes() throws Exception {
        List<Sha256> asked = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            asked.add(image(i % 10 == 3 ? "bad " + i : Integer.toString(i)));
        }
        List<Integer> progress = new ArrayList<>();

        Extraction extraction = new FeatureExtractor(5).extract(new NumberEncoder(), asked, this::fetch, progress::add);

        assertThat(extraction.images()).hasSize(90).isSubsetOf(asked);
        for (int i = 0; i < 90; i++) {
            String content = new String(fetch(extraction.images().get(i)), StandardCharsets.UTF_8);
            assertThat(extraction.rows()[i]).containsExactly(Float.parseFloat(content));
        }
        assertThat(extraction.rows()[3]).containsExactly(4);
        assertThat(extraction.bad()).hasSize(10).containsValue("not a number: bad 13");
        assertThat(progress).isSorted().endsWith(100);
    }

    @Test
    void anImageThatCannotBeFetchedEndsIt() {
        List<Sha256> asked = List.of(image("1"), image("2"));

        assertThatThrownBy(() -> new FeatureExtractor(2)
                        .extract(
                                new NumberEncoder(),
                                asked,
                                image -> {
                                    throw new IOException("no such object");
                                },
                                done -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("no such object");
    }

    @Test
    void anImageThatCanNeverBeFetchedIsLeftOutAsABadOne() throws Exception {
        Sha256 lost = image("1");

        Extraction extraction = new FeatureExtractor(2)
                .extract(
                        new NumberEncoder(),
                        List.of(lost, image("2")),
                        image -> {
                            if (image.equals(lost)) {
                                throw new UnusableImageException(
                                        UnusableImageException.Reason.UNREADABLE, "it is gone");
                            }
                            return fetch(image);
                        },
                        done -> {});

        assertThat(extraction.images()).containsExactly(image("2"));
        assertThat(extraction.bad()).isEqualTo(Map.of(lost, "it is gone"));
    }

    @Test
    void onceItHasEndedNothingUsesTheEncoderAnyMore() {
        CountDownLatch second = new CountDownLatch(2);
        NumberEncoder encoder = new NumberEncoder() {
            @Override
            void work() {
                second.countDown();
                // Natives do not hear an interruption either.
                for (long end = System.nanoTime() + 100_000_000; System.nanoTime() < end; ) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        };

        assertThatThrownBy(() -> new FeatureExtractor(1).extract(encoder, images(0, 1000), this::fetch, done -> {
                    await(second);
                    throw new IllegalStateException("cancelled");
                }))
                .hasMessage("cancelled");

        assertThat(encoder.inUse).hasValue(0);
        assertThat(encoder.encoded.get()).isLessThan(100);
    }

    @Test
    void onlyAFewImagesAreUnderWayAtOnce() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();

        new FeatureExtractor(1)
                .extract(
                        new NumberEncoder(),
                        images(0, 1000),
                        image -> {
                            fetched.incrementAndGet();
                            return fetch(image);
                        },
                        done -> {
                            if (ahead.isEmpty()) {
                                // Time enough for all that may come.
                                LockSupport.parkNanos(200_000_000);
                            }
                            ahead.add(fetched.get() - done);
                        });

        // Twice as many batches as there are workers, four of them for a core.
        assertThat(ahead).allMatch(images -> images <= 2 * 4 * 8);
    }

    @Test
    @Timeout(60)
    void extractionsThatFailLeaveTheCoresToOthers() throws Exception {
        FeatureExtractor extractor = new FeatureExtractor(1);
        NumberEncoder failing = new NumberEncoder() {
            @Override
            void work() {
                throw new IllegalArgumentException("no batch");
            }
        };
        List<Sha256> asked = images(0, 100);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> extractor.extract(failing, asked, this::fetch, done -> {}))
                    .hasMessage("no batch");
            assertThatThrownBy(() -> extractor.extract(new NumberEncoder(), asked, this::unavailable, done -> {}))
                    .hasMessage("no such object");
            assertThatThrownBy(() -> extractor.extract(new NumberEncoder(), asked, this::fetch, done -> {
                        throw new IllegalStateException("cancelled");
                    }))
                    .hasMessage("cancelled");
        }

        assertThat(extractor
                        .extract(new NumberEncoder(), asked, this::fetch, done -> {})
                        .images())
                .isEqualTo(asked);
    }

    private byte[] unavailable(Sha256 image) throws IOException {
        throw new IOException("no such object");
    }

    @Test
    @Timeout(60)
    void allExtractionsTogetherComputeOnNoMoreThanTheCores() throws Exception {
        List<Sha256> some = images(0, 200);
        List<Sha256> others = images(200, 400);
        NumberEncoder encoder = new NumberEncoder();
        FeatureExtractor extractor = new FeatureExtractor(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);

        Future<Extraction> one = pool.submit(() -> extractor.extract(encoder, some, this::fetch, done -> {}));
        Future<Extraction> other = pool.submit(() -> extractor.extract(encoder, others, this::fetch, done -> {}));

        assertThat(one.get().images()).isEqualTo(some);
        assertThat(other.get().images()).isEqualTo(others);
        assertThat(encoder.most).hasValue(2);
        pool.shutdown();
    }

    @Test
    void imagesAreFetchedWhileTheCoresCompute() throws Exception {
        List<Sha256> asked = images(0, 32);
        CountDownLatch later = new CountDownLatch(3);
        NumberEncoder encoder = new NumberEncoder() {
            @Override
            void work() {
                await(later);
            }
        };

        Extraction extraction = new FeatureExtractor(1)
                .extract(
                        encoder,
                        asked,
                        image -> {
                            // The last ones of all other batches than the first.
                            if (asked.indexOf(image) % 8 == 7 && asked.indexOf(image) > 7) {
                                later.countDown();
                            }
                            return fetch(image);
                        },
                        done -> {});

        assertThat(extraction.images()).isEqualTo(asked);
        assertThat(later.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Sha256> images(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> image(Integer.toString(number)))
                .toList();
    }

    private byte[] fetch(Sha256 image) {
        return Objects.requireNonNull(images.get(image));
    }

    private Sha256 image(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        images.put(Sha256.of(bytes), bytes);
        return Sha256.of(bytes);
    }

    /** Its "images" are numbers in decimal, and their own feature. */
    private static class NumberEncoder implements Encoder {
        final AtomicInteger inUse = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger encoded = new AtomicInteger();

        @Override
        public EncoderId id() {
            return new EncoderId("number", Sha256.of(new byte[0]), "test", 1, 1);
        }

        @Override
        public float[] prepare(byte[] image) throws UnusableImageException {
            String text = new String(image, StandardCharsets.UTF_8);
            try {
                return new float[] {Float.parseFloat(text)};
            } catch (NumberFormatException e) {
                throw new UnusableImageException(UnusableImageException.Reason.UNREADABLE, "not a number: " + text, e);
            }
        }

        @Override
        public float[][] encode(List<float[]> prepared) {
            most.accumulateAndGet(inUse.incrementAndGet(), Math::max);
            encoded.addAndGet(prepared.size());
            float[][] rows = prepared.toArray(new float[0][]);
            try {
                work();
            } finally {
                inUse.decrementAndGet();
            }
            return rows;
        }

        /** Long enough for another to meet it. */
        void work() {
            LockSupport.parkNanos(200_000);
        }

        @Override
        public void close() {}
    }
}
