package ai.fomo.worker.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.KnownImages;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.sources.files.LabelledFile;
import ai.fomo.worker.dataset.ImageIntake.Intake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A row with the same image, to the byte, as a row before it.
 *
 * @param line in which the row begins, counted from 1
 * @param original line of the first row with the image
 * @param contradictory whether both have classes, and none in common
 */
public record RowCopy(
        long line,
        String file,
        List<String> labels,
        long original,
        String originalFile,
        List<String> originalLabels,
        boolean contradictory) {
    public RowCopy {
        labels = List.copyOf(labels);
        originalLabels = List.copyOf(originalLabels);
    }

    /** Of rows in the order of their lines. */
    static List<RowCopy> among(List<Intake.Stored> rows, ClassMapping mapping) {
        Map<Sha256, LabelledFile> first = new HashMap<>();
        List<RowCopy> copies = new ArrayList<>();
        for (Intake.Stored stored : rows) {
            LabelledFile row = stored.row();
            LabelledFile original = first.putIfAbsent(stored.image(), row);
            if (original != null) {
                copies.add(new RowCopy(
                        row.line(),
                        row.name(),
                        row.labels(),
                        original.line(),
                        original.name(),
                        original.labels(),
                        !isSameCover(row, original) && contradict(classes(row, mapping), classes(original, mapping))));
            }
        }
        return copies;
    }

    /** One file in the folders of two genres has both. */
    private static boolean isSameCover(LabelledFile one, LabelledFile other) {
        return KnownImages.fileName(one.name()).equals(KnownImages.fileName(other.name()))
                && Objects.equals(one.group(), other.group());
    }

    private static boolean contradict(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }

    private static Set<String> classes(LabelledFile row, ClassMapping mapping) {
        Set<String> classes = new TreeSet<>();
        row.labels().forEach(label -> mapping.classOf(label).ifPresent(classes::add));
        return classes;
    }
}
