package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.BuildSummary;
import ai.fomo.worker.view.DatasetDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fomo dataset build}. */
@Command(
        name = "build",
        description = {
            "Builds a dataset of all images that are in the catalogue under a name, or a subset of it, without training on it.",
            "",
            "Copies of a picture become one, with the labels of all of them; where those contradict each other, they are left out."
                    + " Groups stay whole, and what once was in a split stays there in every later dataset. The same images give the"
                    + " same digest. fomo retrain builds in the same way, so this is for looking before hours are spent."
        },
        footer = {
            "",
            "Example:",
            "  fomo dataset build posters",
            "  fomo dataset build posters --subset 10%% --rare-classes drop"
        })
public final class DatasetBuildCommand extends PlatformCommand {
    @Parameters(paramLabel = "NAME", description = "What the dataset is called.")
    private String name = "";

    @Mixin
    private SubsetOptions subset = new SubsetOptions();

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Override
    protected void check() {
        subset.check();
        build.rule();
    }

    @Override
    protected ExitCode run(Platform platform) {
        Source source = KnownDatasets.require(platform.database(), name);
        DatasetDocument dataset = LocalBuild.run(platform, console(), source.name(), subset.subset(), build.rule());
        console().print(BuildSummary.of(dataset));
        console().print("next: fomo dataset show " + dataset.digest().abbreviated());
        console().document(dataset);
        return ExitCode.DONE;
    }
}
