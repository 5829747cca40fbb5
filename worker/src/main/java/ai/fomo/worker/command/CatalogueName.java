package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.worker.platform.Platform;
import picocli.CommandLine.Parameters;

/** The catalogue that a command is about. */
final class CatalogueName {
    @Parameters(paramLabel = "NAME", description = "What the dataset of these covers is called.")
    private String name = "";

    /** @throws CommandFailure where there is none of that name */
    Source require(Platform platform) {
        return OutsideSources.require(platform.database(), name);
    }

    /** As it was given. */
    String name() {
        return name;
    }
}
