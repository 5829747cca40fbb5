package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.storage.Database;
import ai.fomo.storage.catalogue.SyncStore;
import ai.fomo.worker.view.WantedText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sync is to ask for: what a person said, else what was asked for before, else everything. Otherwise a catalogue of some
 * hundred covers a genre would become one of everything by a command that forgot the number.
 *
 * @param coversPerGenre 0 for all that there are
 * @param genres null for all of the map
 * @param sentence what that is, and where it is from
 */
record WantedCovers(int coversPerGenre, @Nullable List<String> genres, String sentence) {
    private static final String ALL = "all";

    /**
     * What a catalogue was asked for before.
     *
     * @param coversPerGenre 0 for all that there are
     * @param genres null for all of the map
     * @param by in a sentence: {@code the last sync}
     */
    record Before(int coversPerGenre, @Nullable List<String> genres, String by) {}

    /**
     * @param number null where nobody said one
     * @param named null where nobody named any
     */
    static WantedCovers of(
            @Nullable Integer number, @Nullable List<String> named, Source source, GenreMap map, Database database) {
        Optional<Before> last = new SyncStore(database.jdbi())
                .last(source.name())
                .map(sync -> new Before(sync.coversPerGenre(), sync.genres(), "the last sync"));
        return of(number, named, map, last);
    }

    static WantedCovers of(
            @Nullable Integer number, @Nullable List<String> named, GenreMap map, Optional<Before> before) {
        int coversPerGenre =
                number != null ? number : before.map(Before::coversPerGenre).orElse(0);
        List<String> genres = named != null
                ? named(named, map)
                : before.flatMap(asked -> Optional.ofNullable(known(asked.genres(), map)))
                        .orElse(null);
        String wanted = genres == null
                ? WantedText.ofAll(coversPerGenre, map.taxonomy().classes().size())
                : WantedText.of(coversPerGenre, genres);
        String from = before.map(asked -> from(number == null, named == null, asked.by()))
                .orElse("");
        return new WantedCovers(coversPerGenre, genres, wanted + from);
    }

    /** @throws CommandFailure where one is none of the map's */
    static @Nullable List<String> named(@Nullable List<String> named, GenreMap map) {
        if (named == null || (named.size() == 1 && named.get(0).strip().equalsIgnoreCase(ALL))) {
            return null;
        }
        return OutsideSources.genres(named, map);
    }

    /** Another map may have come since. */
    private static @Nullable List<String> known(@Nullable List<String> genres, GenreMap map) {
        if (genres == null) {
            return null;
        }
        List<String> known =
                genres.stream().filter(genre -> map.classOf(genre).isPresent()).toList();
        return known.isEmpty() ? null : known;
    }

    private static String from(boolean asMany, boolean ofThose, String by) {
        if (asMany && ofThose) {
            return ", as " + by;
        }
        if (asMany) {
            return ", as many as " + by;
        }
        return ofThose ? ", the genres of " + by : "";
    }
}
