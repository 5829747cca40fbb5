package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.GenreQuery;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.Database;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.genre.GenreMapStore;
import java.util.List;
import java.util.Optional;

/** The catalogues on the web that people named. */
final class OutsideSources {
    private OutsideSources() {}

    static Optional<Source> find(Database database, String name) {
        Optional<Source> source = new SourceStore(database.jdbi()).find(name);
        source.filter(found -> !found.kind().isOutside()).ifPresent(found -> {
            throw CommandFailure.failed("dataset '" + name + "' was imported from files: there is nothing to fetch");
        });
        return source;
    }

    /** @throws CommandFailure where there is none of that name, or it is none of the web */
    static Source require(Database database, String name) {
        return find(database, name)
                .orElseThrow(() -> CommandFailure.failed("there is no catalogue '" + name
                        + "'; begin one with fomo catalogue sync " + name + " --from spotify"));
    }

    /** @throws CommandFailure where labels do not go through a map, so that there are no genres to ask for */
    static GenreMap mapOf(Database database, Source source) {
        if (source.labelling() instanceof Labelling.Mapped mapped) {
            return new GenreMapStore(database.jdbi()).get(mapped.map());
        }
        throw CommandFailure.failed("catalogue '" + source.name() + "' has no genre map to ask for genres by");
    }

    /**
     * Genres as the source is asked for them.
     *
     * @throws CommandFailure naming those that there are, where one is none of the map's
     */
    static List<String> genres(List<String> named, GenreMap map) {
        List<String> classes = map.taxonomy().classes();
        return named.stream()
                .map(text -> GenreQuery.classMeant(text, classes)
                        .map(GenreQuery::of)
                        .orElseThrow(() -> unknownGenre(text.strip(), map)))
                .distinct()
                .toList();
    }

    private static CommandFailure unknownGenre(String text, GenreMap map) {
        String meant = map.nearest(text)
                .flatMap(map::classOf)
                .map(near -> "; did you mean '" + GenreQuery.of(near) + "'? It has ")
                .orElse("; it has ");
        return CommandFailure.wrongUsage("there is no genre '" + text + "' in map " + map.name() + meant
                + String.join(
                        ", ",
                        map.taxonomy().classes().stream().map(GenreQuery::of).toList()));
    }
}
