package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Resemblance;
import ai.fomo.domain.catalogue.Thumbnail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds the images of a collection that show the same picture, upright or mirrored: those with nearly the same hash are
 * candidates, and those of them whose thumbnails resemble each other are duplicates.
 *
 * <p>Time and memory grow with the number of images, not of pairs. Images with one hash are compared with the different
 * pictures that have been seen under it, at most {@value #PICTURES_PER_HASH}; each of these with at most {@value #COMPARED} of
 * the nearest other hashes. Only beyond these numbers can a duplicate be missed.
 */
public final class NearDuplicates {
    /** Of 12,679 distinct covers and posters no more than a handful of pictures share a hash. */
    private static final int PICTURES_PER_HASH = 64;

    private static final int COMPARED = 128;

    /** Pictures whose candidates are held at a time: at most 4 MB of them. */
    private static final int BLOCK = 4_096;

    private static final Comparator<HashedImage> BY_HASH = (one, other) -> {
        int order = Long.compareUnsigned(one.hash().bits(), other.hash().bits());
        return order != 0 ? order : one.image().compareTo(other.image());
    };

    private final HashedImage[] images;
    private final ThumbnailCache thumbnails;
    private final Clusters clusters;
    private final List<DuplicatePair> pairs = new ArrayList<>();

    private NearDuplicates(HashedImage[] images, Thumbnails thumbnails) {
        this.images = images;
        this.thumbnails = new ThumbnailCache(thumbnails);
        this.clusters = new Clusters(images.length);
    }

    /**
     * The order of the images does not matter.
     *
     * @param images each once
     * @return by first, then second image; enough pairs to connect all images of each cluster, not all pairs of it
     */
    public static List<DuplicatePair> find(Collection<HashedImage> images, Thumbnails thumbnails) {
        HashedImage[] sorted = images.toArray(HashedImage[]::new);
        Arrays.parallelSort(sorted, BY_HASH);
        NearDuplicates search = new NearDuplicates(sorted, thumbnails);
        search.joinEqualHashes();
        search.joinSimilarHashes();
        search.pairs.sort(Comparator.comparing(DuplicatePair::first).thenComparing(DuplicatePair::second));
        return List.copyOf(search.pairs);
    }

    /** Each image with the different pictures before it that have its hash. */
    private void joinEqualHashes() {
        int[] shared = IntStream.range(0, images.length)
                .filter(i -> (i > 0 && sameHash(i - 1, i)) || (i + 1 < images.length && sameHash(i, i + 1)))
                .toArray();
        List<Integer> pictures = new ArrayList<>();
        List<Thumbnail> theirThumbnails = new ArrayList<>();
        for (int from = 0; from < shared.length; from += ThumbnailCache.BATCH) {
            int[] batch = Arrays.copyOfRange(shared, from, Math.min(shared.length, from + ThumbnailCache.BATCH));
            thumbnails.load(Arrays.stream(batch).mapToObj(this::image).toList());
            for (int position : batch) {
                if (position == 0 || !sameHash(position - 1, position)) {
                    pictures.clear();
                    theirThumbnails.clear();
                }
                Thumbnail thumbnail = thumbnails.of(image(position));
                if (thumbnail != null && !joinsOne(position, thumbnail, pictures, theirThumbnails)) {
                    if (pictures.size() < PICTURES_PER_HASH) {
                        pictures.add(position);
                        theirThumbnails.add(thumbnail);
                    }
                }
            }
        }
    }

    private boolean joinsOne(int position, Thumbnail thumbnail, List<Integer> pictures, List<Thumbnail> thumbnails) {
        for (int k = 0; k < pictures.size(); k++) {
            if (joined(pictures.get(k), thumbnails.get(k), position, thumbnail)) {
                return true;
            }
        }
        return false;
    }

    /** Each picture with pictures of the nearest other hashes. */
    private void joinSimilarHashes() {
        int[] pictures = pictures();
        HashIndex index = new HashIndex(
                Arrays.stream(pictures).mapToLong(i -> images[i].hash().bits()).toArray());
        for (int from = 0; from < pictures.length; from += BLOCK) {
            int start = from;
            // As distance, later, earlier: the surest first, since what they join need not be compared any more.
            long[] candidates = IntStream.range(from, Math.min(pictures.length, from + BLOCK))
                    .parallel()
                    .mapToObj(later -> candidates(index, later, later - start))
                    .flatMapToLong(LongStream::of)
                    .toArray();
            Arrays.sort(candidates);
            compare(candidates, pictures, start);
        }
    }

    private static final int EARLIER_BITS = 32;
    private static final int LATER_BITS = 12;

    private static long[] candidates(HashIndex index, int later, int offset) {
        return LongStream.of(index.before(later, COMPARED))
                .filter(found -> found >>> EARLIER_BITS > 0) // Equal hashes have been compared.
                .map(found -> ((((found >>> EARLIER_BITS) << LATER_BITS) | offset) << EARLIER_BITS) | (int) found)
                .toArray();
    }

    private void compare(long[] candidates, int[] pictures, int start) {
        Set<Sha256> needed = new LinkedHashSet<>();
        int from = 0;
        for (int to = 0; to < candidates.length; to++) {
            needed.add(image(pictures[later(candidates[to], start)]));
            needed.add(image(pictures[(int) candidates[to]]));
            if (needed.size() >= ThumbnailCache.BATCH || to + 1 == candidates.length) {
                thumbnails.load(needed);
                for (; from <= to; from++) {
                    join(pictures[(int) candidates[from]], pictures[later(candidates[from], start)]);
                }
                needed.clear();
            }
        }
    }

    private static int later(long candidate, int start) {
        return start + ((int) (candidate >>> EARLIER_BITS) & (BLOCK - 1));
    }

    private void join(int one, int other) {
        if (clusters.of(one) != clusters.of(other)) {
            Thumbnail first = thumbnails.of(image(one));
            Thumbnail second = thumbnails.of(image(other));
            if (first != null && second != null) {
                joined(one, first, other, second);
            }
        }
    }

    private boolean joined(int one, Thumbnail first, int other, Thumbnail second) {
        Resemblance resemblance = Resemblance.between(first, second);
        if (resemblance == Resemblance.NONE) {
            return false;
        }
        if (clusters.join(one, other)) {
            pairs.add(DuplicatePair.of(image(one), image(other), resemblance == Resemblance.MIRRORED));
        }
        return true;
    }

    /** One image of each cluster of equal hashes, up to the number that is kept of each hash. */
    private int[] pictures() {
        int[] pictures = new int[images.length];
        int count = 0;
        int ofHash = 0;
        for (int i = 0; i < images.length; i++) {
            ofHash = i > 0 && sameHash(i - 1, i) ? ofHash : 0;
            if (clusters.of(i) == i && ofHash++ < PICTURES_PER_HASH) {
                pictures[count++] = i;
            }
        }
        return Arrays.copyOf(pictures, count);
    }

    private boolean sameHash(int one, int other) {
        return images[one].hash().bits() == images[other].hash().bits();
    }

    private Sha256 image(int position) {
        return images[position].image();
    }
}
