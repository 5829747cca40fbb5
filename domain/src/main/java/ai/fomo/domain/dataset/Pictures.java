package ai.fomo.domain.dataset;

import static java.util.stream.Collectors.joining;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Exclusion.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the copies of each picture together, and leaves out the pictures whose copies do not agree. */
final class Pictures {
    private final KnownImages images;
    private final Copies copies;
    private final RememberedSplits remembered;
    private final BuildLog log;
    private final List<Picture> pictures = new ArrayList<>();

    private Pictures(KnownImages images, Copies copies, RememberedSplits remembered, BuildLog log) {
        this.images = images;
        this.copies = copies;
        this.remembered = remembered;
        this.log = log;
    }

    /** By the digest of the image that stands for each. */
    static List<Picture> of(KnownImages images, Copies copies, RememberedSplits remembered, BuildLog log) {
        Pictures gathering = new Pictures(images, copies, remembered, log);
        gathering.gather();
        gathering.pictures.sort(Comparator.comparing(picture -> picture.kept().image()));
        return gathering.pictures;
    }

    private void gather() {
        CopyClusters clusters = new CopyClusters(copies.near());
        for (KnownImage image : images.sorted()) {
            if (!clusters.contains(image.image())) {
                add(List.of(image), List.of());
            }
        }
        for (List<Sha256> cluster : clusters.clusters()) {
            List<KnownImage> here = new ArrayList<>();
            List<Sha256> elsewhere = new ArrayList<>();
            for (Sha256 digest : cluster) {
                KnownImage image = images.find(digest);
                if (image == null) {
                    elsewhere.add(digest);
                } else {
                    here.add(image);
                }
            }
            here.sort(Picture.LARGEST_FIRST);
            add(List.copyOf(here), List.copyOf(elsewhere));
        }
    }

    private void add(List<KnownImage> all, List<Sha256> elsewhere) {
        List<KnownImage> usable = all.stream().filter(this::isGivenOnce).toList();
        if (usable.isEmpty()) {
            return;
        }
        Picture picture = merge(usable, elsewhere);
        Optional<Exclusion> fault = faultOf(picture);
        if (fault.isPresent()) {
            usable.forEach(image ->
                    log.exclude(image.image(), fault.get().reason(), fault.get().detail()));
        } else {
            pictures.add(picture);
        }
    }

    private boolean isGivenOnce(KnownImage image) {
        if (image.given().size() < 2) {
            return true;
        }
        String splits = "the image is given as " + BuildLog.names(image.given());
        log.exclude(image.image(), Reason.GIVEN_SPLITS, splits);
        log.leak(Leak.Kind.COPY, image.image().hex(), splits, true);
        return false;
    }

    private Picture merge(List<KnownImage> members, List<Sha256> elsewhere) {
        List<String> groups = List.of();
        Set<Split> given = Set.of();
        List<Integer> classes = List.of();
        Set<Split> seen = Set.of();
        for (KnownImage image : members) {
            groups = KnownImages.mergeSorted(groups, image.groups());
            given = KnownImages.mergeSplits(given, image.given());
            classes = images.union(classes, images.classes(image));
            seen = KnownImages.mergeSplits(seen, seenOf(image.image()));
        }
        for (Sha256 image : elsewhere) {
            seen = KnownImages.mergeSplits(seen, seenOf(image));
        }
        return new Picture(members, elsewhere, groups, given, classes, seen);
    }

    private Set<Split> seenOf(Sha256 image) {
        return remembered.ofImage(image).map(Set::of).orElse(Set.of());
    }

    private Optional<Exclusion> faultOf(Picture picture) {
        Sha256 image = picture.kept().image();
        if (picture.classes().isEmpty()) {
            return Optional.of(new Exclusion(image, Reason.NO_CLASS, "no label has a rule"));
        }
        if (contradicts(picture)) {
            return Optional.of(new Exclusion(
                    image,
                    Reason.CONTRADICTORY_LABELS,
                    "its copies have no class in common: " + names(picture.classes())));
        }
        if (picture.groups().size() > 1 && copies.plain().contains(image)) {
            return Optional.of(new Exclusion(
                    image,
                    Reason.PLAIN_IN_GROUPS,
                    "a plain image that " + picture.groups().size() + " groups have"));
        }
        return Optional.empty();
    }

    /** Whether those labellings that have any class have none in common. */
    private static boolean contradicts(Picture picture) {
        Set<Integer> common = new HashSet<>(picture.classes());
        picture.images().stream()
                .flatMap(image -> image.labellings().values().stream())
                .filter(classes -> !classes.isEmpty())
                .forEach(common::retainAll);
        return common.isEmpty();
    }

    private String names(List<Integer> classes) {
        return classes.stream().map(images.classes()::get).collect(joining(", "));
    }
}
