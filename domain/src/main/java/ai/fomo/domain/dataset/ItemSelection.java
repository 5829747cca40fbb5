package ai.fomo.domain.dataset;

import static java.util.stream.Collectors.joining;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Exclusion.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which image of each picture becomes an item, in which split, and what is to be remembered of that. */
final class ItemSelection {
    /** A popular picture has hundreds of copies, and nobody reads the names of more than these. */
    private static final int COPIES_NAMED = 5;

    private final GroupSplits splits;
    private final RememberedSplits remembered;
    private final BuildLog log;
    private final List<DatasetItem> items = new ArrayList<>();
    private final SortedMap<String, Split> assigned = new TreeMap<>();

    ItemSelection(GroupSplits splits, RememberedSplits remembered, BuildLog log) {
        this.splits = splits;
        this.remembered = remembered;
        this.log = log;
    }

    List<DatasetItem> items() {
        return items;
    }

    /**
     * By the name of a group or the digest of an image; what was remembered before is not in it. Groups of which no picture is
     * left are in it, too: to be assigned anew in the next build, they would let in what this one leaves out.
     */
    SortedMap<String, Split> assigned() {
        splits.settled().forEach(this::remember);
        return assigned;
    }

    void add(Picture picture) {
        int before = items.size();
        if (picture.given().isEmpty()) {
            assign(picture);
        } else {
            keepGiven(picture);
        }
        if (items.size() > before) {
            reportCopies(picture, items.get(before).split());
        }
    }

    private void assign(Picture picture) {
        Set<Split> reached = picture.seen();
        for (String group : groupsOf(picture)) {
            Set<Split> ofGroup = splits.of(group);
            if (ofGroup.size() > 1) {
                exclude(picture, Reason.GIVEN_SPLITS, "group '" + group + "' is given as " + BuildLog.names(ofGroup));
                return;
            }
            reached = KnownImages.mergeSplits(reached, ofGroup);
        }
        if (reached.size() > 1) {
            String bridge = "the picture is in groups or earlier datasets of " + BuildLog.names(reached);
            exclude(picture, Reason.BRIDGES_SPLITS, bridge);
            log.leak(kindOf(picture), picture.kept().image().hex(), bridge + others(picture, picture.kept()), true);
            return;
        }
        keep(picture, picture.kept(), reached.iterator().next());
    }

    private void keepGiven(Picture picture) {
        for (Split split : picture.given().stream().sorted().toList()) {
            KnownImage image = picture.keptIn(split);
            keep(picture, image, split);
            if (split != Split.TRAIN && wasTrainedOn(picture)) {
                log.leak(
                        Leak.Kind.SEEN_BEFORE,
                        image.image().hex(),
                        "given as " + split.label() + ", and in training in an earlier dataset",
                        false);
            }
        }
    }

    private boolean wasTrainedOn(Picture picture) {
        return picture.seen().contains(Split.TRAIN)
                || picture.groups().stream()
                        .anyMatch(group -> remembered
                                .ofGroup(group)
                                .filter(Split.TRAIN::equals)
                                .isPresent());
    }

    private void keep(Picture picture, KnownImage image, Split split) {
        items.add(new DatasetItem(image.image(), groupOf(picture, image), split, picture.classes()));
        remember(image.image().hex(), split);
    }

    private static String groupOf(Picture picture, KnownImage image) {
        return picture.groups().isEmpty() ? image.image().hex() : picture.group();
    }

    private static List<String> groupsOf(Picture picture) {
        return picture.groups().isEmpty() ? List.of(picture.group()) : picture.groups();
    }

    private void remember(String key, Split split) {
        if (!remembered.byKey().containsKey(key)) {
            assigned.putIfAbsent(key, split);
        }
    }

    private void reportCopies(Picture picture, Split split) {
        for (KnownImage image : picture.images()) {
            if (image.covers() > 1) {
                log.leak(Leak.Kind.COPY, image.image().hex(), image.covers() + " covers have these bytes", true);
            }
            if (!isKept(picture, image)) {
                log.exclude(
                        image.image(),
                        Reason.COPY,
                        "a copy of " + picture.kept().image());
                remember(image.image().hex(), split);
            }
        }
        if (picture.images().size() + picture.elsewhere().size() > 1) {
            boolean across = picture.given().size() > 1;
            String where = across ? "given as " + BuildLog.names(picture.given()) : "in " + split.label();
            picture.images().stream()
                    .filter(image -> across ? isKept(picture, image) : image.equals(picture.kept()))
                    .forEach(image -> log.leak(
                            Leak.Kind.NEAR_COPY, image.image().hex(), where + others(picture, image), !across));
        }
    }

    private static boolean isKept(Picture picture, KnownImage image) {
        return picture.given().isEmpty()
                ? image.equals(picture.kept())
                : picture.given().stream().anyMatch(split -> image.equals(picture.keptIn(split)));
    }

    private void exclude(Picture picture, Reason reason, String detail) {
        picture.images().forEach(image -> log.exclude(image.image(), reason, detail));
    }

    private static Leak.Kind kindOf(Picture picture) {
        if (picture.images().size() + picture.elsewhere().size() > 1) {
            return Leak.Kind.NEAR_COPY;
        }
        return picture.kept().covers() > 1 ? Leak.Kind.COPY : Leak.Kind.SEEN_BEFORE;
    }

    private static String others(Picture picture, KnownImage image) {
        List<Sha256> others = Stream.concat(
                        picture.images().stream().map(KnownImage::image), picture.elsewhere().stream())
                .filter(other -> !other.equals(image.image()))
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        String more = others.size() > COPIES_NAMED ? " and " + (others.size() - COPIES_NAMED) + " more" : "";
        return ", the same picture as "
                + others.stream().limit(COPIES_NAMED).map(Sha256::hex).collect(joining(", ")) + more;
    }
}
