package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.Database;
import ai.fomo.worker.platform.DailySync;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a catalogue to fetch, now or each day. */
final class SyncOptions {
    /** Far more than clocks of hosts differ by: an artist that was just listed must not be due again. */
    private static final Duration SHORTEST_RELIST = Duration.ofHours(1);

    @Option(
            names = "--covers-per-genre",
            paramLabel = "N",
            description =
                    "Stop at this many covers of each genre, 0 for all that there are (default: as many as the last sync"
                            + " asked for; all for the first).")
    private @Nullable Integer coversPerGenre;

    @Option(
            names = "--genres",
            split = ",",
            paramLabel = "GENRE",
            description =
                    "Only these, separated by commas, or: all (default: those of the last sync; all of the map for the"
                            + " first).")
    private @Nullable List<String> genres;

    @Option(
            names = "--relist-after",
            converter = TimeLimit.class,
            paramLabel = "TIME",
            description = "Look at an artist again for new albums once this has passed (default: 30d).")
    private @Nullable Duration relistAfter;

    /** @throws CommandFailure where a number makes no sense */
    void check() {
        if (coversPerGenre != null && coversPerGenre < 0) {
            throw CommandFailure.wrongUsage("--covers-per-genre must not be negative, was " + coversPerGenre);
        }
        if (relistAfter != null && relistAfter.compareTo(SHORTEST_RELIST) < 0) {
            throw CommandFailure.wrongUsage("--relist-after must be at least 1h: every artist then costs a request");
        }
    }

    /** @throws CommandFailure where a genre is none of the map's */
    void check(GenreMap map) {
        WantedCovers.named(genres, map);
    }

    /** Whether anything was said. */
    boolean given() {
        return coversPerGenre != null || genres != null || relistAfter != null;
    }

    WantedCovers wanted(Source source, Database database) {
        return WantedCovers.of(coversPerGenre, genres, source, OutsideSources.mapOf(database, source), database);
    }

    CatalogueRequest request(Source source, WantedCovers wanted) {
        return new CatalogueRequest(
                source.name(), source.kind(), wanted.coversPerGenre(), null, wanted.genres(), relistAfter);
    }

    /** What a schedule is to ask for, which stays as it was but for what was said. */
    CatalogueRequest changed(DailySync before, Source source, Database database) {
        WantedCovers wanted = WantedCovers.of(
                coversPerGenre,
                genres,
                OutsideSources.mapOf(database, source),
                Optional.of(new WantedCovers.Before(before.coversPerGenre(), before.genres(), "the schedule")));
        return new CatalogueRequest(
                source.name(),
                source.kind(),
                wanted.coversPerGenre(),
                null,
                wanted.genres(),
                relistAfter == null ? before.relistAfter() : relistAfter);
    }
}
