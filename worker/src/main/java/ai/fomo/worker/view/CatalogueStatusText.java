package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.storage.catalogue.CatalogueStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.ClassStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.FrequentLabel;
import ai.fomo.storage.catalogue.CatalogueStatus.GenreStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.LabelKindCount;
import ai.fomo.storage.catalogue.CatalogueStatus.LastSync;
import ai.fomo.storage.catalogue.CatalogueStatus.PaceStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a catalogue stands: genres, labels, refusals, and its source's paces. */
public final class CatalogueStatusText {
    private CatalogueStatusText() {}

    /** @param lately what counts as new in the status */
    public static String of(CatalogueStatus status, Duration lately, Instant now) {
        StringBuilder text = new StringBuilder(summary(status));
        text.append("\n\n").append(genres(status, lately));
        labels(status, text);
        refusals(status, text);
        paces(status, now, text);
        text.append("\n\n").append(sync(status.sync()));
        return text.toString();
    }

    private static String summary(CatalogueStatus status) {
        return Numbers.count(status.covers()) + " covers of " + Numbers.count(status.albums()) + " albums and "
                + Numbers.count(status.artists()) + " artists; " + Numbers.count(status.pending())
                + " listed and not fetched, " + Numbers.count(status.duplicates())
                + " that have the cover of another album";
    }

    private static String genres(CatalogueStatus status, Duration lately) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT)
                .row("genre", "have", "wanted", "listed", "an hour", "search");
        for (ClassStatus genre : status.classes()) {
            Optional<GenreStatus> search = status.genres().stream()
                    .filter(found -> genre.className().equals(found.className()))
                    .findFirst();
            table.row(
                    genre.className(),
                    Numbers.count(genre.have()),
                    wanted(genre.wanted()),
                    search.map(found -> Numbers.count(found.pending())).orElse("0"),
                    perHour(genre.lately(), lately),
                    search.map(CatalogueStatusText::search).orElse("not begun"));
        }
        return table.toString();
    }

    private static String wanted(@Nullable Integer covers) {
        if (covers == null) {
            return "-";
        }
        return covers == 0 ? "all" : Numbers.count(covers);
    }

    private static String perHour(int lately, Duration window) {
        return Numbers.count(Math.round(lately * 3600.0 / Math.max(1, window.toSeconds())));
    }

    private static String search(GenreStatus genre) {
        String artists =
                Numbers.count(genre.artistsListed()) + " of " + Numbers.count(genre.artists()) + " artists listed";
        if (genre.exhausted()) {
            return "exhausted, " + artists;
        }
        String position = genre.position();
        return "at " + (position == null ? "the beginning" : position) + " of " + Numbers.count(genre.total()) + ", "
                + artists;
    }

    private static void labels(CatalogueStatus status, StringBuilder text) {
        if (status.labels().isEmpty()) {
            return;
        }
        TextTable kinds = new TextTable(LEFT, RIGHT, RIGHT).row("label from", "labels", "covers");
        for (LabelKindCount kind : status.labels()) {
            kinds.row(Words.of(kind.kind()), Numbers.count(kind.labels()), Numbers.count(kind.covers()));
        }
        TextTable frequent = new TextTable(LEFT, LEFT, RIGHT, LEFT).row("frequent label", "from", "covers", "means");
        for (FrequentLabel label : status.frequent()) {
            String className = label.className();
            frequent.row(
                    label.label(),
                    Words.of(label.kind()),
                    Numbers.count(label.covers()),
                    className == null ? "unmapped" : className);
        }
        text.append("\n\n").append(kinds).append("\n\n").append(frequent);
    }

    private static void refusals(CatalogueStatus status, StringBuilder text) {
        if (status.refusals().isEmpty()) {
            text.append("\n\nno cover was refused");
            return;
        }
        TextTable table = new TextTable(RIGHT, LEFT, LEFT).row("refused", "why", "for example");
        for (RefusalReason refusal : status.refusals()) {
            table.row(Numbers.count(refusal.covers()), refusal.reason(), refusal.example());
        }
        text.append("\n\n").append(table);
    }

    private static void paces(CatalogueStatus status, Instant now, StringBuilder text) {
        if (status.paces().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, LEFT).row("requests", "last minute", "last hour", "state");
        for (PaceStatus pace : status.paces()) {
            table.row(pace.api(), Numbers.count(pace.lastMinute()), Numbers.count(pace.lastHour()), state(pace, now));
        }
        text.append("\n\n").append(table);
    }

    private static String state(PaceStatus pace, Instant now) {
        Instant until = pace.closedUntil();
        if (until == null || !until.isAfter(now)) {
            return "open";
        }
        String reason = pace.reason();
        return "waits until " + Moments.text(until) + " UTC" + (reason == null ? "" : ": " + reason);
    }

    private static String sync(@Nullable LastSync sync) {
        if (sync == null) {
            return "never synced";
        }
        Instant ended = sync.endedAt();
        if (ended == null) {
            return "the last sync began " + Moments.text(sync.startedAt()) + " UTC and has not ended";
        }
        return String.format(
                Locale.ROOT,
                "the last sync ran from %s to %s UTC: %s",
                Moments.text(sync.startedAt()),
                Moments.text(ended),
                sync.explanation());
    }
}
