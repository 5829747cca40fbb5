package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;

import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.worker.view.ClassifiedFile.Classified;
import ai.fomo.worker.view.ClassifiedFile.Failed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Posters with their genres, or with the reason why there are none. */
public final class ClassificationTable {
    private ClassificationTable() {}

    /** One line a file, in the order given, and a note where a genre is there only because none passed its threshold. */
    public static String of(List<? extends ClassifiedFile> files) {
        TextTable table = new TextTable(LEFT, LEFT);
        table.row("file", "genres");
        boolean fallback = false;
        for (ClassifiedFile file : files) {
            if (file instanceof Classified classified) {
                List<GenreConfidence> genres = classified.classification().genres();
                fallback |= genres.stream().anyMatch(GenreConfidence::fallback);
                table.row(file.file(), inWords(genres));
            } else if (file instanceof Failed failed) {
                table.row(file.file(), "not classified: " + failed.error());
            }
        }
        return fallback
                ? table + "\n\n* no genre passed its threshold; this is the most probable one"
                : table.toString();
    }

    /** Genres with their confidences, an asterisk behind one that no threshold let pass. */
    public static String inWords(List<GenreConfidence> genres) {
        return genres.stream().map(ClassificationTable::genre).collect(Collectors.joining(", "));
    }

    private static String genre(GenreConfidence genre) {
        String percent = String.format(Locale.ROOT, "%.0f %%", 100 * genre.confidence());
        return genre.genre() + " " + percent + (genre.fallback() ? "*" : "");
    }
}
