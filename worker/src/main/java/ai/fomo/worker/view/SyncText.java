package ai.fomo.worker.view;

import ai.fomo.workflows.catalogue.CatalogueProgress;
import ai.fomo.workflows.catalogue.CatalogueProgress.GenreProgress;
import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import ai.fomo.workflows.catalogue.CatalogueResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sync of a catalogue, as lines of a terminal. */
public final class SyncText {
    private static final int BAR = 30;
    private static final int GENRES_PER_LINE = 4;

    private SyncText() {}

    /** What it came to, in one sentence. */
    public static String of(CatalogueResult result) {
        String sentence = Numbers.count(result.added()) + " covers added, " + Numbers.count(result.refused())
                + " refused; there are " + Numbers.count(result.covers()) + " by now";
        return result.skipped() == 0
                ? sentence
                : sentence + "; " + Numbers.count(result.skipped())
                        + " could not be had this time, and are left for the" + " next sync";
    }

    /** @param perSecond covers; 0 where it is not known */
    static List<String> lines(CatalogueProgress progress, double perSecond) {
        List<String> lines = new ArrayList<>();
        lines.add(total(progress, perSecond));
        List<String> cells = progress.genres().stream().map(SyncText::cell).toList();
        int width = cells.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < cells.size(); i += GENRES_PER_LINE) {
            StringBuilder line = new StringBuilder(" ");
            cells.subList(i, Math.min(cells.size(), i + GENRES_PER_LINE))
                    .forEach(cell -> line.append(' ').append(cell).append(" ".repeat(width - cell.length() + 1)));
            lines.add(line.toString().stripTrailing());
        }
        Waiting waiting = progress.waiting();
        if (waiting != null) {
            lines.add(waits(waiting));
        }
        return lines;
    }

    /** One line, for where nothing can be drawn over. */
    static String line(CatalogueProgress progress, double perSecond) {
        return total(progress, perSecond) + ", " + progress.openGenres() + " genres to go";
    }

    static String waits(Waiting waiting) {
        return "waits until " + Moments.text(waiting.until()) + " UTC: " + waiting.reason();
    }

    private static String total(CatalogueProgress progress, double perSecond) {
        int wanted = progress.genres().stream().mapToInt(GenreProgress::wanted).sum();
        int have = progress.genres().stream()
                .mapToInt(genre -> Math.min(genre.have(), genre.wanted()))
                .sum();
        StringBuilder line = new StringBuilder();
        if (wanted == 0) {
            line.append("covers: ").append(Numbers.count(progress.added())).append(" added");
        } else {
            int filled = (int) ((long) BAR * have / wanted);
            line.append("covers by genre: [")
                    .append("=".repeat(filled))
                    .append(" ".repeat(BAR - filled))
                    .append("] ")
                    .append(Numbers.count(have))
                    .append(" of ")
                    .append(Numbers.count(wanted));
        }
        if (perSecond > 0) {
            line.append(String.format(Locale.ROOT, ", %.1f a second", perSecond));
        }
        if (progress.refused() > 0) {
            line.append(", ").append(Numbers.count(progress.refused())).append(" refused");
        }
        if (progress.skipped() > 0) {
            line.append(", ").append(Numbers.count(progress.skipped())).append(" left for the next sync");
        }
        return line.toString();
    }

    private static String cell(GenreProgress genre) {
        String count = Numbers.count(genre.have()) + (genre.wanted() == 0 ? "" : "/" + Numbers.count(genre.wanted()));
        // Finished below what is wanted: there is no more of it.
        String end = genre.finished() && (genre.wanted() == 0 || genre.have() < genre.wanted()) ? " (all)" : "";
        return genre.genre() + " " + count + end;
    }
}
