package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.RareClassRule.Treatment;
import ai.fomo.domain.training.Presets;
import ai.fomo.worker.demo.DemoDocument;
import ai.fomo.worker.demo.DemoPosters;
import ai.fomo.worker.demo.DemoSource;
import ai.fomo.worker.demo.PosterTable;
import ai.fomo.worker.demo.catalogue.CatalogueStandIn;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.view.ClassifiedFile;
import ai.fomo.worker.view.RetrainDocument;
import ai.fomo.worker.view.RetrainSummary;
import ai.fomo.workflows.retrain.Approval;
import ai.fomo.workflows.retrain.RetrainRequest;
import ai.fomo.workflows.retrain.RetrainResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fomo demo}. */
@Command(
        name = "demo",
        description = {
            "Does the main job end to end, on synthetic images and real services.",
            "",
            "A local stand-in for a music catalogue draws album covers of 16 genres and serves them as the Spotify Web API would."
                    + " They are fetched, a model is trained on them, judged and promoted, and classifies posters that are"
                    + " drawn as well. Nothing is synthetic but the images: services, workflows and model are those that"
                    + " your own images get.",
            "",
            "On a terminal it stays up afterwards, so that the Temporal UI can be looked at. Running it again reuses what is"
                    + " stored, and is several times faster."
        },
        footer = {"", "Examples:", "  fomo demo", "  fomo demo --exit --json"})
public final class DemoCommand extends PlatformCommand {
    private static final String SYNTHETIC =
            "All images of this demo are synthetic: drawn by this program, and so are the artists.";

    @Option(
            names = "--albums",
            defaultValue = "1600",
            paramLabel = "N",
            description = "Albums in the synthetic catalogue (default: ${DEFAULT-VALUE}).")
    private int albums;

    @Option(
            names = "--posters",
            defaultValue = "24",
            paramLabel = "N",
            description = "Synthetic posters to classify (default: ${DEFAULT-VALUE}).")
    private int posters;

    @Option(names = "--exit", description = "End when done, on a terminal too.")
    private boolean exit;

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected void check() {
        if (albums < 1 || posters < 1) {
            throw CommandFailure.wrongUsage("--albums and --posters must be at least 1");
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        console().print(SYNTHETIC);
        platform.temporalUi().ifPresent(ui -> console().print("Temporal UI: " + ui));
        RetrainResult result = retrain(platform);
        console().print("\n" + RetrainSummary.of(result) + "\n");
        ExitCode code = FollowedRun.exitCode(result.outcome());
        if (result.model() == null || code != ExitCode.DONE) {
            console().document(new DemoDocument(true, RetrainDocument.of(result), List.of()));
            return code;
        }
        DemoPosters drawn = DemoPosters.draw(configuration().home().resolve("demo"), posters);
        int model = result.model().version();
        console().note("3. " + posters + " synthetic posters are classified with model " + model);
        List<ClassifiedFile> classified = ClassifiedPosters.of(platform, console(), drawn.files(), model);
        console().print(PosterTable.of(drawn, classified));
        console().document(new DemoDocument(true, RetrainDocument.of(result), drawn.documents(classified)));
        stay(platform, drawn);
        return classified.stream().allMatch(ClassifiedFile.Classified.class::isInstance)
                ? ExitCode.DONE
                : ExitCode.FAILED;
    }

    private RetrainResult retrain(Platform platform) {
        console().note("\n1. A catalogue stand-in with " + albums + " synthetic albums starts");
        try (CatalogueStandIn standIn = CatalogueStandIn.start(DemoSource.SEED, albums, 0)) {
            String source = DemoSource.register(platform.database().jdbi(), albums, standIn.address());
            console().note("\n2. A retraining: fetch covers, map genres, features, train, judge, promote");
            RunId run = FollowedRun.start(
                    platform,
                    new RetrainRequest(
                            source,
                            SourceKind.SPOTIFY,
                            0,
                            "efficientnet-lite0",
                            Presets.named(Presets.SMALL, DemoSource.SEED),
                            new Approval.Automatic(),
                            null,
                            // A demo with few albums has few of each genre, and is shown all the same.
                            new RareClassRule(Treatment.KEEP, RareClassRule.DEFAULT_MINIMUM),
                            null,
                            null));
            return FollowedRun.untilItEnds(platform, console(), run);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue stand-in did not start", e);
        }
    }

    private void stay(Platform platform, DemoPosters drawn) {
        console().note("\nThe posters are in " + drawn.directory() + "; try your own: fomo classify FILE");
        if (exit || !console().terminal()) {
            return;
        }
        platform.temporalUi().ifPresent(ui -> console().note("Temporal UI, with everything that ran: " + ui));
        console().note("Ctrl-C ends the demo; what it made stays, and running it again is faster.");
        UpCommand.Forever.await();
    }
}
