package ai.fomo.worker.command;

import ai.fomo.worker.demo.catalogue.Behaviour;
import ai.fomo.worker.demo.catalogue.CatalogueStandIn;
import ai.fomo.worker.demo.catalogue.CoverStyle;
import ai.fomo.worker.demo.catalogue.Faults;
import ai.fomo.worker.demo.catalogue.Flaws;
import ai.fomo.worker.demo.catalogue.StandInOptions;
import ai.fomo.worker.view.Words;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fomo stand-in}. */
@Command(
        name = "stand-in",
        description = {
            "A server that behaves like Spotify or MusicBrainz, for trying the catalogue out.",
            "",
            "It listens on this machine alone, and everything in it is synthetic. With --faults, that share of its answers goes"
                    + " wrong as the real ones do, and as much of the catalogue is incomplete, gone or there twice. The same"
                    + " seed gives the same catalogue with the same faults.",
            "",
            "It prints what to set, and the command that syncs from it."
        },
        footer = {
            "",
            "Examples:",
            "  fomo stand-in --albums 2000 --faults 0.05 --long-wait 20s",
            "  fomo stand-in --musicbrainz --port 8085"
        })
public final class StandInCommand extends Subcommand {
    private static final int LAST_PORT = 65_535;

    /** The two ways in which Spotify lets applications in. */
    enum Mode {
        DEVELOPMENT,
        EXTENDED
    }

    static final class ModeConverter extends ChoiceConverter<Mode> {
        ModeConverter() {
            super(Mode.class);
        }
    }

    /** The document of {@code --json}. */
    record Serving(URI address, String behaviour, int albums, long seed) {}

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "Where to listen; 0 is any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Which catalogue, and which faults (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--albums",
            defaultValue = "1600",
            paramLabel = "N",
            description = "Albums in the synthetic catalogue (default: ${DEFAULT-VALUE}).")
    private int albums;

    @Option(
            names = "--mode",
            defaultValue = "development",
            converter = ModeConverter.class,
            paramLabel = "MODE",
            description = "Spotify's quota: development or extended (default: ${DEFAULT-VALUE}).")
    private Mode mode = Mode.DEVELOPMENT;

    @Option(
            names = "--faults",
            defaultValue = "0",
            paramLabel = "SHARE",
            description = "How much goes wrong, from 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double faults;

    @Option(
            names = "--long-wait",
            converter = TimeLimit.class,
            paramLabel = "TIME",
            description =
                    "The longer Retry-After among the faults (default: 48925s, the half a day that Spotify is known for).")
    private @Nullable Duration longWait;

    @Option(names = "--flat", description = "Covers that are fields of colour, for catalogues of many thousands.")
    private boolean flat;

    @Option(names = "--musicbrainz", description = "Behave like MusicBrainz and the Cover Art Archive.")
    private boolean musicBrainz;

    @Override
    protected ExitCode run() {
        if (albums < 1 || port < 0 || port > LAST_PORT || !(faults >= 0 && faults <= 1)) {
            throw CommandFailure.wrongUsage(
                    "--albums must be at least 1, --port from 0 to 65535, and --faults from 0 to 1");
        }
        try (CatalogueStandIn standIn = CatalogueStandIn.start(seed, albums, port, options())) {
            String behaviour = Words.of(behaviour());
            console()
                    .print("Answering as " + behaviour + " with " + albums + " synthetic albums: " + standIn.address());
            console().print("To sync from it, in another terminal:");
            settings(standIn.address()).forEach(setting -> console().print("  export " + setting));
            console()
                    .print("  fomo catalogue sync stand-in --from " + (musicBrainz ? "musicbrainz" : "spotify")
                            + " --covers-per-genre 20");
            console().print("Ctrl-C ends it.");
            console().document(new Serving(standIn.address(), behaviour, albums, seed));
            UpCommand.Forever.await();
            return ExitCode.DONE;
        } catch (IOException e) {
            throw CommandFailure.failed("Port " + port + " cannot be listened on (" + e.getMessage()
                    + "): choose another with --port, or 0 for any free one.");
        }
    }

    private StandInOptions options() {
        StandInOptions options = StandInOptions.of(behaviour()).with(flat ? CoverStyle.FLAT : CoverStyle.DRAWN);
        return faults == 0 ? options : options.with(faultsOfEveryKind()).with(Flaws.ofEveryKind(faults));
    }

    private Faults faultsOfEveryKind() {
        Faults usual = Faults.ofEveryKind(seed, faults);
        return longWait == null ? usual : usual.withWaits(usual.shortWait(), longWait);
    }

    /** With a home of its own: what a stand-in asked to wait for must not hold up the real one. */
    private List<String> settings(URI address) {
        String home = "FOMO_HOME=/tmp/fomo-stand-in";
        if (musicBrainz) {
            return List.of(
                    home,
                    "FOMO_MUSICBRAINZ_API=" + address + " FOMO_COVERART_API=" + address,
                    "FOMO_MUSICBRAINZ_CONTACT=covers@example.org");
        }
        return List.of(
                home,
                "FOMO_SPOTIFY_API=" + address + " FOMO_SPOTIFY_ACCOUNTS=" + address,
                "FOMO_SPOTIFY_CLIENT_ID=any FOMO_SPOTIFY_CLIENT_SECRET=any FOMO_SPOTIFY_MODE=" + Words.of(mode));
    }

    private Behaviour behaviour() {
        if (musicBrainz) {
            return Behaviour.MUSICBRAINZ;
        }
        return switch (mode) {
            case DEVELOPMENT -> Behaviour.SPOTIFY_DEVELOPMENT;
            case EXTENDED -> Behaviour.SPOTIFY_EXTENDED;
        };
    }
}
