package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has become of the images of one dataset in another. Labels are compared by the names of the classes, whatever their
 * order in either.
 *
 * @param same images with the same labels in the same split
 * @param added in the later one alone, by image
 * @param removed in the earlier one alone, by image
 * @param relabelled in both with other labels, by image; one that is in another split as well is in {@code moved} too
 * @param moved in both, in another split, by image
 */
public record DatasetDiff(
        int same, List<Sha256> added, List<Sha256> removed, List<Relabelled> relabelled, List<Moved> moved) {
    public DatasetDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        relabelled = List.copyOf(relabelled);
        moved = List.copyOf(moved);
    }

    /** @param before names of classes, likewise {@code after} */
    public record Relabelled(Sha256 image, SortedSet<String> before, SortedSet<String> after) {}

    public record Moved(Sha256 image, String group, Split before, Split after) {}

    public static DatasetDiff between(DatasetManifest before, DatasetManifest after) {
        Map<Sha256, DatasetItem> earlier = new HashMap<>();
        before.items().forEach(item -> earlier.put(item.image(), item));
        int same = 0;
        List<Sha256> added = new ArrayList<>();
        List<Relabelled> relabelled = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (DatasetItem item : after.items()) {
            DatasetItem then = earlier.remove(item.image());
            if (then == null) {
                added.add(item.image());
                continue;
            }
            boolean sameSplit = then.split() == item.split();
            SortedSet<String> labelsThen = names(before, then);
            SortedSet<String> labels = names(after, item);
            if (!sameSplit) {
                moved.add(new Moved(item.image(), item.group(), then.split(), item.split()));
            }
            if (!labelsThen.equals(labels)) {
                relabelled.add(new Relabelled(item.image(), labelsThen, labels));
            } else if (sameSplit) {
                same++;
            }
        }
        return new DatasetDiff(same, added, earlier.keySet().stream().sorted().toList(), relabelled, moved);
    }

    private static SortedSet<String> names(DatasetManifest manifest, DatasetItem item) {
        SortedSet<String> names = new TreeSet<>();
        item.classes().forEach(c -> names.add(manifest.classes().get(c)));
        return names;
    }
}
