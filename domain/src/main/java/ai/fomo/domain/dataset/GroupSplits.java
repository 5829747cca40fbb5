package ai.fomo.domain.dataset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The split of each group: what the source gives, else where it has been before, else by stratification.
 *
 * <p>Groups that share a picture are not chained together: one popular stock photograph would tie half a catalogue to one
 * split. Such a picture counts in its first group.
 */
final class GroupSplits {
    private static final Split[] PARTS = {Split.TRAIN, Split.VALIDATION, Split.TEST};

    private final Map<String, Set<Split>> splits = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    /** @throws GroupTooLargeException where a group fills more than training may hold */
    GroupSplits(List<Picture> pictures, int classes, RememberedSplits remembered, BuildRules rules) {
        Map<String, GroupTally> tallies = tally(pictures);
        List<StratificationUnit> units = new ArrayList<>();
        List<Integer> fixed = new ArrayList<>();
        for (Map.Entry<String, GroupTally> entry : tallies.entrySet()) {
            String group = entry.getKey();
            GroupTally tally = entry.getValue();
            Optional<Split> before = remembered.ofGroup(group).or(tally::seen);
            splits.put(group, tally.given().isEmpty() ? before.map(Set::of).orElse(Set.of()) : tally.given());
            if (tally.pictures() > 0) {
                sizes.put(group, tally.pictures());
                units.add(tally.unit(group));
                fixed.add(part(requireNonNull(splits.get(group))));
            }
            if (tally.given().isEmpty()) {
                requireRoom(group, tally.pictures(), pictures.size(), rules.shares());
            }
        }
        assign(units, fixed, classes, rules);
        // A group whose every picture counts in another one goes where that goes.
        leaders(pictures).forEach((group, leader) -> {
            if (of(group).isEmpty()) {
                splits.put(group, of(leader));
            }
        });
    }

    private void assign(List<StratificationUnit> units, List<Integer> fixed, int classes, BuildRules rules) {
        double[] shares = Arrays.stream(PARTS).mapToDouble(rules.shares()::of).toArray();
        int[] parts = Stratifier.assign(
                units, classes, shares, fixed.stream().mapToInt(part -> part).toArray(), rules.seed());
        for (int i = 0; i < parts.length; i++) {
            if (fixed.get(i) < 0) {
                splits.put(units.get(i).key(), Set.of(PARTS[parts[i]]));
            }
        }
    }

    private static Map<String, GroupTally> tally(List<Picture> pictures) {
        Map<String, GroupTally> tallies = new HashMap<>();
        for (Picture picture : pictures) {
            String first = picture.group();
            tallies.computeIfAbsent(first, group -> new GroupTally()).add(picture, true);
            for (String group : picture.groups()) {
                if (!group.equals(first)) {
                    tallies.computeIfAbsent(group, name -> new GroupTally()).add(picture, false);
                }
            }
        }
        return tallies;
    }

    /** The first group of the first picture, for each group that is not the first itself. */
    private static Map<String, String> leaders(List<Picture> pictures) {
        Map<String, String> leaders = new HashMap<>();
        for (Picture picture : pictures) {
            picture.groups().stream().skip(1).forEach(group -> leaders.putIfAbsent(group, picture.group()));
        }
        return leaders;
    }

    private static int part(Set<Split> splits) {
        return splits.isEmpty()
                ? -1
                : Arrays.asList(PARTS).indexOf(splits.iterator().next());
    }

    private static void requireRoom(String group, int pictures, int total, SplitShares shares) {
        long room = (long) Math.ceil(shares.train() * total);
        if (pictures > room) {
            throw new GroupTooLargeException("group '" + group + "' has " + pictures + " of " + total
                    + " images, more than the " + room + " that training may hold; give its images finer groups, leave"
                    + " their group empty, or give each image's split");
        }
    }

    /** Every group with the one split that it has; without those that the source gives several. */
    Map<String, Split> settled() {
        Map<String, Split> settled = new HashMap<>();
        splits.forEach((group, of) -> {
            if (of.size() == 1) {
                settled.put(group, of.iterator().next());
            }
        });
        return settled;
    }

    /** Never empty; more than one where the source gives several. */
    Set<Split> of(String group) {
        return requireNonNull(splits.get(group), group);
    }

    /** Groups that the source gives more than one split, by name. */
    SortedMap<String, Set<Split>> straddling() {
        SortedMap<String, Set<Split>> straddling = new TreeMap<>();
        splits.forEach((group, of) -> {
            if (of.size() > 1) {
                straddling.put(group, of);
            }
        });
        return straddling;
    }

    /** Pictures by group. */
    Map<String, Integer> sizes() {
        return sizes;
    }
}
