package ai.fomo.domain.dataset;

import static java.util.Comparator.comparing;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.genre.ClassMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The images of a catalogue, gathered cover by cover, so that the covers themselves need not be held. Names of groups and
 * sets of classes are shared between images, of which there may be a million.
 */
public final class KnownImages {
    private final ClassMapping mapping;
    private final Map<Sha256, KnownImage> images = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<List<Integer>, List<Integer>> classSets = new HashMap<>();
    private final Map<String, List<Integer>> indices = new HashMap<>();

    public KnownImages(ClassMapping mapping) {
        this.mapping = mapping;
    }

    /** The order of calls does not matter. */
    public void add(Cover cover) {
        KnownImage one = ofOne(cover);
        images.merge(one.image(), one, this::merge);
    }

    public int size() {
        return images.size();
    }

    public boolean contains(Sha256 image) {
        return images.containsKey(image);
    }

    List<String> classes() {
        return mapping.classes();
    }

    @Nullable
    KnownImage find(Sha256 image) {
        return images.get(image);
    }

    /** By digest. */
    List<KnownImage> sorted() {
        List<KnownImage> sorted = new ArrayList<>(images.values());
        sorted.sort(comparing(KnownImage::image));
        return sorted;
    }

    /** The union of both, as the one list that stands for it. */
    List<Integer> union(List<Integer> one, List<Integer> other) {
        if (one.equals(other)) {
            return one;
        }
        TreeSet<Integer> union = new TreeSet<>(one);
        union.addAll(other);
        return shared(List.copyOf(union));
    }

    /** All classes that any labelling of the image has. */
    List<Integer> classes(KnownImage image) {
        List<Integer> classes = List.of();
        for (List<Integer> labelling : image.labellings().values()) {
            classes = union(classes, labelling);
        }
        return classes;
    }

    private KnownImage ofOne(Cover cover) {
        boolean grouped = !GroupNames.isNobody(cover.group())
                && !cover.group().equals(cover.image().hex());
        return new KnownImage(
                cover.image(),
                grouped ? List.of(groups.computeIfAbsent(cover.group(), name -> name)) : List.of(),
                cover.givenSplit() == null ? Set.of() : Set.of(cover.givenSplit()),
                Map.of(labellingOf(cover, grouped).hashCode(), classesOf(cover)),
                (long) cover.width() * cover.height(),
                1);
    }

    private KnownImage merge(KnownImage one, KnownImage other) {
        return new KnownImage(
                one.image(),
                mergeSorted(one.groups(), other.groups()),
                mergeSplits(one.given(), other.given()),
                mergeLabellings(one.labellings(), other.labellings()),
                Math.max(one.pixels(), other.pixels()),
                one.covers() + other.covers());
    }

    private Map<Integer, List<Integer>> mergeLabellings(
            Map<Integer, List<Integer>> one, Map<Integer, List<Integer>> other) {
        Map<Integer, List<Integer>> merged = new HashMap<>(one);
        other.forEach((name, classes) -> merged.merge(name, classes, this::union));
        return Map.copyOf(merged);
    }

    /** The name of a file without its folders, and whose it is: every album of a collection may have its cover.jpg. */
    private static String labellingOf(Cover cover, boolean grouped) {
        return (grouped ? cover.group() : "") + '\n' + fileName(cover.externalId());
    }

    /** Of the name that a source gives a cover, what is behind the last slash. */
    public static String fileName(String externalId) {
        return externalId.substring(Math.max(externalId.lastIndexOf('/'), externalId.lastIndexOf('\\')) + 1);
    }

    private List<Integer> classesOf(Cover cover) {
        List<Integer> classes = List.of();
        for (var label : cover.labels()) {
            classes = union(classes, indices.computeIfAbsent(label.text(), this::index));
        }
        return shared(classes);
    }

    private List<Integer> index(String label) {
        return mapping.indexOf(label).map(List::of).orElse(List.of());
    }

    private List<Integer> shared(List<Integer> classes) {
        return classSets.computeIfAbsent(classes, set -> set);
    }

    static List<String> mergeSorted(List<String> one, List<String> other) {
        if (one.equals(other) || other.isEmpty()) {
            return one;
        }
        TreeSet<String> union = new TreeSet<>(one);
        union.addAll(other);
        return List.copyOf(union);
    }

    static Set<Split> mergeSplits(Set<Split> one, Set<Split> other) {
        if (one.equals(other) || other.isEmpty()) {
            return one;
        }
        EnumSet<Split> union = EnumSet.copyOf(other);
        union.addAll(one);
        return Collections.unmodifiableSet(union);
    }
}
