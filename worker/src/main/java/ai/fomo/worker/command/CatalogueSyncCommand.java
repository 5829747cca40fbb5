package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.Database;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.worker.dataset.NamedGenreMap;
import ai.fomo.worker.dataset.SourceNames;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.view.Words;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CatalogueWorkflow;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code fomo catalogue sync}. */
@Command(
        name = "sync",
        description = {
            "Fetches covers until each genre has its number, or the source has no more.",
            "",
            "The first sync of a name says where from. Every later one asks for what the one before asked for, unless it says"
                    + " otherwise, and goes on where that stopped; with nothing new it sends"
                    + " one question for each genre that lacks covers, and none for the others. A sync that runs already is"
                    + " joined, whatever is asked for. Where the source asks to be left alone, for a second or for half a day,"
                    + " the sync waits as long, and says until when.",
            "",
            "Spotify wants FOMO_SPOTIFY_CLIENT_ID and FOMO_SPOTIFY_CLIENT_SECRET, MusicBrainz a contact for its User-Agent.",
            "Ctrl-C ends the watching. The sync itself goes on where a worker runs elsewhere, and otherwise at the next start;"
                    + " nothing is lost. fomo catalogue cancel ends it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done (with --no-wait: started)", "1:failed", "2:wrong usage"},
        footer = {
            "",
            "Example:",
            "  fomo catalogue sync covers --from spotify --covers-per-genre 500",
            "  fomo catalogue sync covers",
            "  fomo catalogue sync covers --genres jazz,techno",
            "  fomo catalogue sync mine --from musicbrainz --map mine.yaml --no-wait"
        })
public final class CatalogueSyncCommand extends PlatformCommand {
    private static final String USUAL_MAP = "spotify";

    @Mixin
    private CatalogueName catalogue = new CatalogueName();

    @Option(
            names = "--from",
            converter = OutsideKind.class,
            paramLabel = "spotify|musicbrainz",
            description = "Where a new catalogue gets its covers.")
    private @Nullable SourceKind from;

    @Option(
            names = "--map",
            paramLabel = "NAME|FILE",
            description = "The genre map of a new catalogue (default: the one that is called as the source).")
    private @Nullable String map;

    @Mixin
    private SyncOptions options = new SyncOptions();

    @Option(names = "--no-wait", description = "Start the sync and leave; fomo catalogue status tells how far it is.")
    private boolean noWait;

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected void check() {
        String name = catalogue.name();
        if (!SourceNames.allow(name)) {
            throw CommandFailure.wrongUsage(SourceNames.refusal(name));
        }
        options.check();
        if (map != null) {
            options.check(NamedGenreMap.of(map));
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        Source source = source(platform);
        String name = source.name();
        WantedCovers wanted = options.wanted(source, platform.database());
        CatalogueRequest request = options.request(source, wanted);
        if (FollowedSync.start(platform, request)) {
            console().note("sync of " + name + " from " + Words.of(source.kind()) + ": " + wanted.sentence());
        } else {
            console().note("joins the sync of " + name + " that runs already, as it was asked for");
        }
        platform.temporalUi().ifPresent(address -> console().note("Temporal UI: " + address));
        if (noWait) {
            console().print(FollowedSync.goesOn(platform, name));
            console().document(Map.of("source", name, "workflow", CatalogueWorkflow.workflowId(name)));
            return ExitCode.DONE;
        }
        return FollowedSync.follow(platform, console(), name);
    }

    private Source source(Platform platform) {
        Database database = platform.database();
        String name = catalogue.name();
        Optional<Source> known = OutsideSources.find(database, name);
        if (known.isEmpty()) {
            return create(database);
        }
        SourceKind kind = from;
        return kind != null && mayBecomeAnother(known.get(), kind) && !FollowedSync.runs(platform, name)
                ? another(known.get(), kind, database)
                : same(known.get(), database);
    }

    /** Never a stand-in, which was not begun here. */
    private boolean mayBecomeAnother(Source known, SourceKind kind) {
        return known.address() == null && (kind != known.kind() || map != null);
    }

    /** A slip of the first sync's is mended by the second. */
    private Source another(Source known, SourceKind kind, Database database) {
        Source meant = begun(kind, database);
        if (meant.equals(known) || !new SourceStore(database.jdbi()).beginAnew(meant)) {
            return same(known, database);
        }
        console()
                .note("catalogue " + known.name() + " had no album yet; it is from " + Words.of(kind) + " with map "
                        + OutsideSources.mapOf(database, meant).name() + " now");
        return meant;
    }

    /** What was said of a catalogue when it began stays true. */
    private Source same(Source known, Database database) {
        if (from != null && from != known.kind()) {
            throw CommandFailure.failed("catalogue '" + known.name() + "' is from " + Words.of(known.kind())
                    + "; give the one from " + Words.of(from) + " another name");
        }
        if (map != null) {
            GenreMap chosen = NamedGenreMap.of(map);
            GenreMap present = OutsideSources.mapOf(database, known);
            if (!chosen.digest().equals(present.digest())) {
                throw CommandFailure.failed(
                        "catalogue '" + known.name() + "' has map " + present.name() + " " + present.version()
                                + "; to change it: fomo genre map --dataset " + known.name() + " --use " + map);
            }
        }
        return known;
    }

    private Source create(Database database) {
        if (from == null) {
            throw CommandFailure.wrongUsage("there is no catalogue '" + catalogue.name()
                    + "' yet; say where it is from: --from spotify or --from musicbrainz");
        }
        Source source = begun(from, database);
        new SourceStore(database.jdbi()).create(source);
        return source;
    }

    private Source begun(SourceKind kind, Database database) {
        GenreMap chosen = map == null ? usual(kind) : NamedGenreMap.of(map);
        options.check(chosen);
        return new Source(
                catalogue.name(), kind, null, new Labelling.Mapped(new GenreMapStore(database.jdbi()).put(chosen)));
    }

    /** The one that is called as the source, where there is one. */
    private static GenreMap usual(SourceKind kind) {
        String called = Words.of(kind);
        return BundledGenreMaps.named(BundledGenreMaps.names().contains(called) ? called : USUAL_MAP);
    }

    /** Reads the kinds that are on the web. */
    static final class OutsideKind extends ChoiceConverter<SourceKind> {
        OutsideKind() {
            super(SourceKind.class);
        }

        @Override
        public SourceKind convert(String text) {
            SourceKind kind = super.convert(text);
            if (!kind.isOutside()) {
                throw new TypeConversionException(
                        "files are brought in with fomo dataset import; choose spotify or musicbrainz");
            }
            return kind;
        }
    }
}
