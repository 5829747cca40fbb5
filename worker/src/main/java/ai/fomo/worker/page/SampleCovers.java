package ai.fomo.worker.page;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.learning.image.UnusableImageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which covers a page shows: of each class a few that have as few other classes as possible, none twice, and no more than
 * fit into a page that can be sent by mail. The same dataset shows the same covers.
 */
final class SampleCovers {
    /** Characters of all pictures of a dataset together. */
    private static final int BUDGET = 1_500_000;

    private final Function<Sha256, Optional<byte[]>> images;
    private final int budget;
    private final Set<Sha256> used = new HashSet<>();
    private int spent;

    /** @param images from S3; empty where one is missing or damaged, which is for {@code verify} to say */
    SampleCovers(Function<Sha256, Optional<byte[]>> images) {
        this(images, BUDGET);
    }

    /** @param budget characters of all pictures together, give or take the last one */
    SampleCovers(Function<Sha256, Optional<byte[]>> images, int budget) {
        this.images = images;
        this.budget = budget;
    }

    /** Up to {@code perClass} of each class of the manifest, in the order of the classes. */
    List<List<Picture>> ofClasses(DatasetManifest manifest, int perClass) {
        int classes = manifest.classes().size();
        List<List<DatasetItem>> candidates = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            candidates.add(new ArrayList<>());
        }
        manifest.items()
                .forEach(item -> item.classes().forEach(c -> candidates.get(c).add(item)));
        candidates.forEach(items -> items.sort(
                Comparator.comparingInt((DatasetItem item) -> item.classes().size())
                        .thenComparing(DatasetItem::image)));
        List<List<Picture>> pictures = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            pictures.add(new ArrayList<>());
        }
        // The rarest first: it has the smallest choice.
        IntStream.range(0, classes)
                .boxed()
                .sorted(Comparator.comparingInt(c -> candidates.get(c).size()))
                .forEach(c -> pictures.get(c)
                        .addAll(some(
                                candidates.get(c), perClass, manifest.classes().get(c))));
        return pictures;
    }

    /** One image on its own; empty where it cannot be had or the page is full. */
    Optional<Picture> of(Sha256 image, String alternative) {
        if (spent >= budget) {
            return Optional.empty();
        }
        Optional<Picture> picture = images.apply(image).flatMap(bytes -> miniature(bytes, alternative));
        spent += picture.map(p -> p.uri().length()).orElse(0);
        return picture;
    }

    private List<Picture> some(List<DatasetItem> items, int count, String name) {
        List<Picture> pictures = new ArrayList<>();
        for (DatasetItem item : items) {
            if (pictures.size() == count) {
                break;
            }
            if (used.add(item.image())) {
                of(item.image(), "a cover of " + name).ifPresent(pictures::add);
            }
        }
        return pictures;
    }

    private static Optional<Picture> miniature(byte[] image, String alternative) {
        try {
            return Optional.of(Miniature.of(image, alternative));
        } catch (UnusableImageException e) {
            return Optional.empty();
        }
    }
}
