package ai.fomo.domain.dataset;

import static java.util.Objects.requireNonNull;

import ai.fomo.domain.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pairs of near copies, connected: a copy of a copy shows the same picture. The order of the pairs does not matter. */
final class CopyClusters {
    private final Map<Sha256, Integer> positions = new HashMap<>();
    private final List<Sha256> images;
    private final Clusters clusters;

    CopyClusters(Collection<DuplicatePair> pairs) {
        images = pairs.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .distinct()
                .sorted()
                .toList();
        images.forEach(image -> positions.put(image, positions.size()));
        clusters = new Clusters(images.size());
        pairs.forEach(pair -> clusters.join(position(pair.first()), position(pair.second())));
    }

    /** Whether the image has near copies. */
    boolean contains(Sha256 image) {
        return positions.containsKey(image);
    }

    /** Each with at least two images, all sorted by digest. */
    List<List<Sha256>> clusters() {
        SortedMap<Integer, List<Sha256>> byFirst = new TreeMap<>();
        for (Sha256 image : images) {
            byFirst.computeIfAbsent(clusters.of(position(image)), first -> new ArrayList<>())
                    .add(image);
        }
        return byFirst.values().stream().map(List::copyOf).toList();
    }

    private int position(Sha256 image) {
        return requireNonNull(positions.get(image));
    }
}
