package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrozenEncoderTest {
    private static final List<float[]> IMAGE = List.of(new float[1]);

    @Test
    void neverAreMoreBatchesComputedThanIsSaid() throws Exception {
        Counting counting = new Counting();
        Encoder bounded = encoder(counting, 8, 2);
        List<Callable<float[][]>> calls = new ArrayList<>();
        for (int call = 0; call < 30; call++) {
            calls.add(() -> bounded.encode(IMAGE));
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);

        for (Future<float[][]> answer : pool.invokeAll(calls)) {
            assertThat(answer.get()).hasDimensions(1, 1);
        }

        assertThat(counting.most).hasValueBetween(1, 2);
        pool.shutdown();
    }

    @Test
    void aBatchThatFailsMakesRoomForTheNext() {
        Counting counting = new Counting();
        Encoder bounded = encoder(counting, 8, 1);

        assertThatThrownBy(() -> bounded.encode(List.of(Counting.UNUSABLE)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(bounded.encode(IMAGE)).hasDimensions(1, 1);
    }

    @Test
    void largeBatchesAreComputedInPartsAndComeBackInTheirOrder() {
        Counting counting = new Counting();
        List<float[]> images =
                List.of(new float[] {1}, new float[] {2}, new float[] {3}, new float[] {4}, new float[] {5});

        float[][] features = encoder(counting, 2, 1).encode(images);

        assertThat(features).isDeepEqualTo(new float[][] {{1}, {2}, {3}, {4}, {5}});
        assertThat(counting.batches).containsExactly(2, 2, 1);
    }

    private static Encoder encoder(Network network, int batch, int calls) {
        EncoderId id = new EncoderId("counting", Sha256.of("none".getBytes(StandardCharsets.UTF_8)), "none", 1, 1);
        return new FrozenEncoder(id, new Preprocessing(1, PixelScaling.CENTRED), network, batch, calls);
    }

    /** Gives back what it is given, and counts who is at it. */
    private static final class Counting implements Network {
        private static final float[] UNUSABLE = new float[0];

        private final List<Integer> batches = new CopyOnWriteArrayList<>();
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public float[][] run(List<float[]> batch) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                Thread.sleep(5);
                if (batch.contains(UNUSABLE)) {
                    throw new IllegalArgumentException("no image");
                }
                batches.add(batch.size());
                return batch.toArray(float[][]::new);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
        }

        @Override
        public void close() {}
    }
}
