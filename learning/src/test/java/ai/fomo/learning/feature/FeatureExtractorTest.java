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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
    private final Map<Sha256, byte[]> images = new HashMap<>();

    @Test
    void rowsComeInTheOrderThatWasAskedForWithoutTheBadOnes() throws Exception {
        List<Sha256> asked = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            asked.add(image(i % 10 == 3 ? "bad " + i : Integer.toString(i)));
        }
        List<Integer> progress = new ArrayList<>();

        Extraction extraction = new FeatureExtractor(new NumberEncoder(), 5).extract(asked, this::fetch, progress::add);

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

        assertThatThrownBy(() -> new FeatureExtractor(new NumberEncoder(), 2)
                        .extract(
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

        Extraction extraction = new FeatureExtractor(new NumberEncoder(), 2)
                .extract(
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
        List<Sha256> asked = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            asked.add(image(Integer.toString(i)));
        }
        NumberEncoder encoder = new NumberEncoder();

        assertThatThrownBy(() -> new FeatureExtractor(encoder, 4).extract(asked, this::fetch, done -> {
                    throw new IllegalStateException("cancelled");
                }))
                .hasMessage("cancelled");

        assertThat(encoder.inUse).hasValue(0);
        assertThat(encoder.encoded.get()).isLessThan(400);
    }

    @Test
    void onlyAFewImagesAreUnderWayAtOnce() throws Exception {
        List<Sha256> asked = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            asked.add(image(Integer.toString(i)));
        }
        AtomicInteger fetched = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();

        new FeatureExtractor(new NumberEncoder(), 2)
                .extract(
                        asked,
                        image -> {
                            fetched.incrementAndGet();
                            return fetch(image);
                        },
                        done -> ahead.add(fetched.get() - done));

        assertThat(ahead).allMatch(images -> images <= 4 * 8);
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
    private static final class NumberEncoder implements Encoder {
        final AtomicInteger inUse = new AtomicInteger();
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
            inUse.incrementAndGet();
            encoded.addAndGet(prepared.size());
            float[][] rows = prepared.toArray(new float[0][]);
            inUse.decrementAndGet();
            return rows;
        }

        @Override
        public void close() {}
    }
}
