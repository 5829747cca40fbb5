package ai.fomo.sources.files;

import ai.fomo.domain.dataset.Split;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row: an image file with what is said of it. Whether the file exists was not looked at.
 *
 * @param line in which the row begins, counted from 1
 * @param name the file as the row writes it
 * @param path the same, inside the images directory; absolute
 * @param labels as written, without repetition; empty where the cell was
 * @param group null where the row names none
 * @param split null where the row prescribes none
 */
public record LabelledFile(
        long line,
        String name,
        Path path,
        List<String> labels,
        @Nullable String group,
        @Nullable Split split) {
    public LabelledFile {
        labels = List.copyOf(labels);
    }
}
