package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a catalogue to fetch, now or each day. */
final class SyncOptions {
    /** Far more than clocks of hosts differ by: an artist that was just listed must not be due again. */
    private static final Duration SHORTEST_RELIST = Duration.ofHours(1);

    @Option(
            names = "--covers-per-genre",
            defaultValue = "0",
            paramLabel = "N",
            description =
                    "Stop at this many covers of each genre, 0 for all that there are (default: ${DEFAULT-VALUE}).")
    private int coversPerGenre;

    @Option(
            names = "--genres",
            split = ",",
            paramLabel = "GENRE",
            description = "Only these, separated by commas (default: all of the map).")
    private @Nullable List<String> genres;

    @Option(
            names = "--relist-after",
            converter = TimeLimit.class,
            paramLabel = "TIME",
            description = "Look at an artist again for new albums once this has passed (default: 30d).")
    private @Nullable Duration relistAfter;

    /** @throws CommandFailure where a number makes no sense */
    void check() {
        if (coversPerGenre < 0) {
            throw CommandFailure.wrongUsage("--covers-per-genre must not be negative, was " + coversPerGenre);
        }
        if (relistAfter != null && relistAfter.compareTo(SHORTEST_RELIST) < 0) {
            throw CommandFailure.wrongUsage("--relist-after must be at least 1h: every artist then costs a request");
        }
    }

    /** @throws CommandFailure where a genre is none of the map's */
    void check(GenreMap map) {
        OutsideSources.genres(genres, map);
    }

    CatalogueRequest request(Source source, GenreMap map) {
        return new CatalogueRequest(
                source.name(), source.kind(), coversPerGenre, null, OutsideSources.genres(genres, map), relistAfter);
    }
}
