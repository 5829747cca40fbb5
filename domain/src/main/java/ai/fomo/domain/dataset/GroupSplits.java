package ai.fomo.domain.dataset;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The splits of groups: what was given for a group, all of it, and what its name hashes to where nothing was. */
final class GroupSplits {
    private final Map<String, SortedSet<Split>> splits = new HashMap<>();

    GroupSplits(Collection<KnownImage> images, SplitAssignment assignment) {
        for (KnownImage image : images) {
            for (String group : image.groups()) {
                SortedSet<Split> ofGroup = splits.computeIfAbsent(group, name -> new TreeSet<>());
                if (!image.contradictsItself()) {
                    ofGroup.addAll(image.given());
                }
            }
        }
        splits.forEach((group, given) -> {
            if (given.isEmpty()) {
                given.add(assignment.of(group));
            }
        });
    }

    /** Never empty; more than one where what was given contradicts itself. */
    SortedSet<Split> of(String group) {
        return requireNonNull(splits.get(group), group);
    }
}
