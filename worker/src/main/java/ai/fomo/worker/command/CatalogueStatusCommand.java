package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.storage.catalogue.CatalogueStatus;
import ai.fomo.storage.catalogue.CatalogueStatusStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.CatalogueStatusText;
import ai.fomo.worker.wiring.SourceApis;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fomo catalogue status}. */
@Command(
        name = "status",
        description = {
            "Shows how far a catalogue is: covers of each genre, where its search stands, labels by where they came from, what"
                    + " was refused and why, and when its source may be asked again.",
            "It asks the rows alone, and sends nothing to the source."
        },
        footer = {"", "Example:", "  fomo catalogue status covers", "  fomo catalogue status covers --json"})
public final class CatalogueStatusCommand extends PlatformCommand {
    private static final Duration LATELY = Duration.ofHours(1);

    @Parameters(paramLabel = "NAME", description = "What the dataset of these covers is called.")
    private String name = "";

    @Override
    protected ExitCode run(Platform platform) {
        Source source = OutsideSources.require(platform.database(), name);
        Instant now = Instant.now();
        CatalogueStatus status = new CatalogueStatusStore(platform.database().jdbi())
                .of(
                        name,
                        SourceApis.of(source, configuration().sources()),
                        ClassMapping.of(OutsideSources.mapOf(platform.database(), source)),
                        LATELY,
                        now);
        console().print(CatalogueStatusText.of(status, LATELY, now));
        console().document(status);
        return ExitCode.DONE;
    }
}
