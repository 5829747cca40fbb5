package ai.fomo.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.DrawnThumbnails;
import ai.fomo.domain.catalogue.PerceptualHash;
import ai.fomo.domain.catalogue.Resemblance;
import ai.fomo.domain.catalogue.Thumbnail;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    /** Thumbnails in memory, or drawn when asked for; counts what is asked. */
    private static final class Counted implements Thumbnails {
        private final LongFunction<Thumbnail> thumbnail;
        private final Map<Sha256, Long> numbers = new HashMap<>();
        private int asked;
        private int requests;
        private int largest;

        Counted(LongFunction<Thumbnail> thumbnail) {
            this.thumbnail = thumbnail;
        }

        Sha256 add(long number) {
            Sha256 image = Sha256.of(ByteBuffer.allocate(8).putLong(number).array());
            numbers.put(image, number);
            return image;
        }

        @Override
        public Map<Sha256, Thumbnail> of(Collection<Sha256> images) {
            requests++;
            asked += images.size();
            largest = Math.max(largest, images.size());
            Map<Sha256, Thumbnail> found = new HashMap<>();
            images.forEach(image -> found.put(image, thumbnail.apply(numbers.getOrDefault(image, -1L))));
            return found;
        }
    }

    /** Picture number n / 4, as it is, with noise, mirrored, and mirrored with noise. */
    private static Thumbnail copy(long number) {
        Thumbnail picture = DrawnThumbnails.picture(number / 4);
        Thumbnail noisy = number % 2 == 0 ? picture : DrawnThumbnails.noisy(picture, 2, number);
        return number % 4 < 2 ? noisy : DrawnThumbnails.mirrored(noisy);
    }

    private static List<HashedImage> copies(Counted thumbnails, int count) {
        List<HashedImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(new HashedImage(thumbnails.add(i), copy(i).hash()));
        }
        return images;
    }

    @Property(tries = 20)
    void copiesAreConnectedAndDifferentPicturesAreNot(@ForAll @IntRange(min = 1, max = 60) int pictures) {
        Counted thumbnails = new Counted(NearDuplicatesTest::copy);
        List<HashedImage> images = copies(thumbnails, 4 * pictures);

        List<DuplicatePair> pairs = NearDuplicates.find(images, thumbnails);

        assertThat(pairs).hasSize(3 * pictures).allSatisfy(pair -> {
            long first = thumbnails.numbers.getOrDefault(pair.first(), -1L);
            long second = thumbnails.numbers.getOrDefault(pair.second(), -1L);
            assertThat(first / 4).isEqualTo(second / 4);
            assertThat(pair.mirrored()).isEqualTo((first % 4 < 2) != (second % 4 < 2));
        });
    }

    @Property(tries = 20)
    void theOrderOfTheImagesDoesNotMatter(@ForAll long seed) {
        Counted thumbnails = new Counted(NearDuplicatesTest::copy);
        List<HashedImage> images = copies(thumbnails, 100);
        List<DuplicatePair> pairs = NearDuplicates.find(images, thumbnails);
        Collections.shuffle(images, new Random(seed));

        assertThat(NearDuplicates.find(images, thumbnails)).isEqualTo(pairs).isSortedAccordingTo((one, other) -> {
            int order = one.first().compareTo(other.first());
            return order != 0 ? order : one.second().compareTo(other.second());
        });
    }

    /** Hashes that crowd together, so that many are near: bits of a few centres, some of them flipped. */
    @Property(tries = 50)
    void theIndexFindsWhatComparingAllFinds(@ForAll long seed) {
        Random random = new Random(seed);
        long[] centres = LongStream.generate(random::nextLong).limit(5).toArray();
        Long[] sorted = IntStream.range(0, 300)
                .mapToObj(i -> {
                    long hash = centres[random.nextInt(centres.length)];
                    for (int flips = random.nextInt(10); flips > 0; flips--) {
                        hash ^= 1L << random.nextInt(Long.SIZE);
                    }
                    return hash;
                })
                .sorted(Long::compareUnsigned)
                .toArray(Long[]::new);
        long[] hashes = Arrays.stream(sorted).mapToLong(Long::longValue).toArray();
        HashIndex index = new HashIndex(hashes);

        for (int i = 0; i < hashes.length; i++) {
            int position = i;
            long[] compared = IntStream.range(0, i)
                    .filter(j -> Long.bitCount(hashes[j] ^ hashes[position]) <= HashIndex.RADIUS)
                    .mapToLong(j -> ((long) Long.bitCount(hashes[j] ^ hashes[position]) << 32) + j)
                    .sorted()
                    .toArray();
            assertThat(index.before(i, 1_000)).isEqualTo(compared);
        }
    }

    @Test
    void aNearHashAloneIsNotACopy() {
        Counted thumbnails = new Counted(DrawnThumbnails::picture);
        List<HashedImage> images = List.of(
                new HashedImage(thumbnails.add(1), new PerceptualHash(5)),
                new HashedImage(thumbnails.add(2), new PerceptualHash(5)),
                new HashedImage(thumbnails.add(3), new PerceptualHash(4)));

        assertThat(NearDuplicates.find(images, thumbnails)).isEmpty();
        assertThat(thumbnails.asked).isEqualTo(3);
    }

    @Test
    void anImageWithoutAThumbnailHasNoCopy() {
        Counted thumbnails = new Counted(number -> DrawnThumbnails.picture(1));
        List<HashedImage> images = List.of(
                new HashedImage(thumbnails.add(1), new PerceptualHash(5)),
                new HashedImage(thumbnails.add(2), new PerceptualHash(7)));

        assertThat(NearDuplicates.find(images, wanted -> Map.of())).isEmpty();
        assertThat(NearDuplicates.find(images, thumbnails)).hasSize(1);
    }

    @Test
    void noThumbnailIsAskedForWhereNoHashIsNear() {
        Random random = new Random(1);
        Counted thumbnails = new Counted(DrawnThumbnails::picture);
        List<HashedImage> images = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            images.add(new HashedImage(thumbnails.add(i), new PerceptualHash(random.nextLong())));
        }

        assertThat(NearDuplicates.find(images, thumbnails)).isEmpty();
        assertThat(thumbnails.asked).isZero();
    }

    /** 100 pictures with a thousand copies each would be 5,000,000,000 pairs. */
    @Test
    void aHundredThousandImagesWithOneHashAreAskedForOnce() {
        Map<Long, Thumbnail> drawn = new HashMap<>();
        Counted thumbnails = new Counted(number -> drawn.computeIfAbsent(number % 50, DrawnThumbnails::picture));
        List<HashedImage> images = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            images.add(new HashedImage(thumbnails.add(i), new PerceptualHash(42)));
        }

        List<DuplicatePair> pairs = NearDuplicates.find(images, thumbnails);

        assertThat(pairs).hasSize(100_000 - 50);
        assertThat(thumbnails.asked).isEqualTo(100_000);
        assertThat(thumbnails.largest).isLessThanOrEqualTo(4_096);
    }

    /** Each of them is compared with a bounded number of others, also where all are different. */
    @Test
    void manyDifferentPicturesWithOneHashAreAskedForOnceToo() {
        Counted thumbnails = new Counted(DrawnThumbnails::picture);
        List<HashedImage> images = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            images.add(new HashedImage(thumbnails.add(i), new PerceptualHash(42)));
        }

        assertThat(NearDuplicates.find(images, thumbnails)).isEmpty();
        assertThat(thumbnails.asked).isEqualTo(10_000);
        assertThat(thumbnails.requests).isEqualTo(3);
    }

    @Test
    void aPairSaysTheSmallerDigestFirst() {
        Counted thumbnails = new Counted(number -> DrawnThumbnails.picture(9));
        PerceptualHash hash = DrawnThumbnails.picture(9).hash();
        List<HashedImage> images =
                List.of(new HashedImage(thumbnails.add(1), hash), new HashedImage(thumbnails.add(2), hash));

        assertThat(NearDuplicates.find(images, thumbnails)).singleElement().satisfies(pair -> {
            assertThat(pair.first()).isLessThan(pair.second());
            assertThat(pair.mirrored()).isFalse();
            assertThat(Resemblance.between(DrawnThumbnails.picture(9), DrawnThumbnails.picture(9)))
                    .isEqualTo(Resemblance.UPRIGHT);
        });
    }
}
