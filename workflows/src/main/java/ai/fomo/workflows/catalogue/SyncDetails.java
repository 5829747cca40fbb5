package ai.fomo.workflows.catalogue;

import ai.fomo.workflows.catalogue.CatalogueProgress.GenreProgress;
import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import java.util.Locale;

/** A sync in Markdown, as Temporal's UI shows it. */
final class SyncDetails {
    private SyncDetails() {}

    static String of(CatalogueProgress progress) {
        StringBuilder text = new StringBuilder();
        Waiting waiting = progress.waiting();
        if (waiting != null) {
            text.append("**waits until ")
                    .append(NamedTimer.moment(waiting.until()))
                    .append("**: ")
                    .append(waiting.reason())
                    .append("\n\n");
        }
        text.append(String.format(
                Locale.ROOT,
                "%,d covers added, %,d refused, %,d left for the next sync\n\n| genre | have | wanted | |\n|---|---|---|---|\n",
                progress.added(),
                progress.refused(),
                progress.skipped()));
        progress.genres().forEach(genre -> row(genre, text));
        return text.toString();
    }

    private static void row(GenreProgress genre, StringBuilder text) {
        text.append("| ")
                .append(genre.genre())
                .append(" | ")
                .append(genre.have())
                .append(" | ")
                .append(genre.wanted() == 0 ? "all" : String.valueOf(genre.wanted()))
                .append(" | ")
                .append(genre.finished() ? "finished" : "")
                .append(" |\n");
    }
}
