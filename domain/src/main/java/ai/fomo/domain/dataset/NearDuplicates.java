package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Resemblance;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.CandidateBlocks.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the images of a collection that show the same picture, upright or mirrored: those with nearly the same hash are
 * candidates, and those of them whose thumbnails resemble each other are duplicates.
 *
 * <p>Time and memory grow with the number of images, not of pairs. Images with one hash are compared with the different
 * pictures that have been seen under it, at most {@value #PICTURES_PER_HASH}; each of these with at most {@value CandidateBlocks#COMPARED} of
 * the nearest other hashes. Beyond these numbers a duplicate can be missed, and where an image resembles only a copy of a picture that
 * stands for several with its hash.
 */
public final class NearDuplicates {
    /** Of 12,679 distinct covers and posters no more than a handful of pictures share a hash. */
    private static final int PICTURES_PER_HASH = 64;

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
        boolean any = false;
        for (int k = 0; k < pictures.size(); k++) {
            any |= joined(pictures.get(k), thumbnails.get(k), position, thumbnail);
        }
        return any;
    }

    /** Each picture with pictures of the nearest other hashes. */
    private void joinSimilarHashes() {
        int[] pictures = pictures();
        HashIndex index = new HashIndex(
                Arrays.stream(pictures).mapToLong(i -> images[i].hash().bits()).toArray());
        List<Sha256> theirImages = Arrays.stream(pictures).mapToObj(this::image).toList();
        try (CandidateBlocks blocks = new CandidateBlocks(index, thumbnails, theirImages)) {
            for (Optional<List<Candidate>> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                for (Candidate pair : block.get()) {
                    int one = pictures[pair.earlier()];
                    int other = pictures[pair.later()];
                    if (clusters.of(one) != clusters.of(other)) {
                        joined(one, pair.ofEarlier(), other, pair.ofLater());
                    }
                }
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
