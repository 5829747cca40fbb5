package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pairs of near copies, connected: a copy of a copy shows the same picture. Disjoint sets with path halving. */
final class CopyClusters {
    private final Map<Sha256, Sha256> parents = new HashMap<>();

    CopyClusters(Collection<DuplicatePair> pairs) {
        for (DuplicatePair pair : pairs) {
            Sha256 first = rootOf(pair.first());
            Sha256 second = rootOf(pair.second());
            // The smaller digest leads, so that the order of the pairs does not matter.
            if (first.compareTo(second) < 0) {
                parents.put(second, first);
            } else {
                parents.put(first, second);
            }
        }
    }

    /** Whether the image has near copies. */
    boolean contains(Sha256 image) {
        return parents.containsKey(image);
    }

    /** Each with at least two images, all sorted by digest. */
    List<List<Sha256>> clusters() {
        Map<Sha256, List<Sha256>> byRoot = new TreeMap<>();
        parents.keySet().stream()
                .sorted()
                .forEach(image -> byRoot.computeIfAbsent(rootOf(image), root -> new ArrayList<>())
                        .add(image));
        return List.copyOf(byRoot.values());
    }

    private Sha256 rootOf(Sha256 image) {
        Sha256 at = image;
        Sha256 parent = parents.computeIfAbsent(at, self -> self);
        while (!parent.equals(at)) {
            Sha256 grandparent = parents.getOrDefault(parent, parent);
            parents.put(at, grandparent);
            at = parent;
            parent = grandparent;
        }
        return at;
    }
}
