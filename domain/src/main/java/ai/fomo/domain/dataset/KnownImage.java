package ai.fomo.domain.dataset;

import static java.util.stream.Collectors.joining;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.genre.ClassMapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that the covers with the same image say of it together.
 *
 * @param classes union of what their labels map to
 */
record KnownImage(Sha256 image, SortedSet<String> groups, SortedSet<Split> given, SortedSet<Integer> classes) {

    static List<KnownImage> merge(Collection<Cover> covers, ClassMapping mapping) {
        Map<Sha256, KnownImage> known = new TreeMap<>();
        for (Cover cover : covers) {
            KnownImage image = known.computeIfAbsent(
                    cover.image(), digest -> new KnownImage(digest, new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
            image.groups.add(cover.group());
            if (cover.givenSplit() != null) {
                image.given.add(cover.givenSplit());
            }
            cover.labels().stream()
                    .flatMap(label -> mapping.indexOf(label.text()).stream())
                    .forEach(genre -> image.classes.add(genre));
        }
        return List.copyOf(known.values());
    }

    boolean contradictsItself() {
        return given.size() > 1;
    }

    static String names(Collection<Split> splits) {
        return splits.stream().map(Split::label).collect(joining(" and "));
    }
}
