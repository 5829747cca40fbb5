package ai.fomo.worker.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code fomo catalogue}: album covers from catalogues on the web. */
@Command(
        name = "catalogue",
        description = {
            "Fetches album covers with their genres from Spotify or MusicBrainz, as training data that keeps growing.",
            "",
            "A catalogue is a dataset under a name. Each sync goes on where the last one stopped and asks only for what is"
                    + " missing or new: of as many covers and the same genres as the last sync, unless it says otherwise. What the source calls its albums and artists is kept as it came, so that every label can"
                    + " be traced; a genre map says which class it means."
        },
        footer = {
            "",
            "Example:",
            "  fomo catalogue sync covers --from spotify --covers-per-genre 500",
            "  fomo catalogue status covers",
            "  fomo catalogue schedule covers --daily 04:00",
            "  fomo retrain --dataset covers"
        },
        subcommands = {
            CatalogueSyncCommand.class,
            CatalogueStatusCommand.class,
            CatalogueScheduleCommand.class,
            CatalogueCancelCommand.class
        })
public final class CatalogueCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        throw new ParameterException(
                spec().commandLine(), "Missing required subcommand: sync, status, schedule or cancel");
    }
}
