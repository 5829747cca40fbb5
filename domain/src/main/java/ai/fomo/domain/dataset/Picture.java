package ai.fomo.domain.dataset;

import static java.util.Comparator.comparing;

import ai.fomo.domain.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One picture with all its copies: what is grouped, labelled and split as one.
 *
 * @param images its copies in this catalogue, the one with most pixels first; at least one
 * @param elsewhere its copies that only earlier datasets have
 * @param groups of all of them, sorted; empty where it belongs to nobody
 * @param given splits that the source prescribes for its images
 * @param classes union over the images, ascending
 * @param seen where earlier datasets put any of the images
 */
record Picture(
        List<KnownImage> images,
        List<Sha256> elsewhere,
        List<String> groups,
        Set<Split> given,
        List<Integer> classes,
        Set<Split> seen) {
    /** Of equally large images the smaller digest comes first: any order would do, so long as it is one. */
    static final Comparator<KnownImage> LARGEST_FIRST =
            comparing(KnownImage::pixels).reversed().thenComparing(KnownImage::image);

    /** The image that stands for the picture. */
    KnownImage kept() {
        return images.get(0);
    }

    /** The name of its group: the first of several, or its own digest. */
    String group() {
        return groups.isEmpty() ? kept().image().hex() : groups.get(0);
    }

    /** The image that stands for the picture in a split that was given to one of its images. */
    KnownImage keptIn(Split split) {
        return given.size() == 1
                ? kept()
                : images.stream()
                        .filter(image -> image.given().contains(split))
                        .findFirst()
                        .orElseThrow();
    }
}
