package ai.fomo.worker.demo;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;

import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.worker.demo.render.DemoPoster;
import ai.fomo.worker.view.ClassificationTable;
import ai.fomo.worker.view.ClassifiedFile;
import ai.fomo.worker.view.ClassifiedFile.Classified;
import ai.fomo.worker.view.TextTable;
import java.util.List;
import java.util.Locale;

/** Synthetic posters: what each was drawn for, and what the model says. */
public final class PosterTable {
    private PosterTable() {}

    /** @param classified in the order of the posters */
    public static String of(DemoPosters drawn, List<ClassifiedFile> classified) {
        TextTable table =
                new TextTable(LEFT, LEFT, LEFT, LEFT).row("synthetic poster", "headline", "drawn for", "model");
        int atLeastOne = 0;
        for (int i = 0; i < classified.size(); i++) {
            DemoPoster poster = drawn.posters().get(i);
            if (classified.get(i) instanceof Classified right) {
                List<GenreConfidence> genres = right.classification().genres();
                atLeastOne += genres.stream().anyMatch(g -> poster.truth().contains(g.genre())) ? 1 : 0;
                table.row(
                        poster.file(),
                        poster.title(),
                        String.join(", ", poster.truth()),
                        ClassificationTable.inWords(genres));
            } else {
                table.row(poster.file(), poster.title(), String.join(", ", poster.truth()), "not classified");
            }
        }
        return table
                + String.format(
                        Locale.ROOT,
                        "%n%n%d of %d posters have at least one genre right. * no genre passed its threshold: the most probable one.",
                        atLeastOne,
                        classified.size());
    }
}
