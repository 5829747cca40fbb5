package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.storage.catalogue.CatalogueStatus;
import ai.fomo.storage.catalogue.CatalogueStatusStore;
import ai.fomo.worker.platform.DailySync;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.SyncSchedules;
import ai.fomo.worker.view.CatalogueDocument;
import ai.fomo.worker.view.CatalogueStatusText;
import ai.fomo.worker.view.ScheduleText;
import ai.fomo.worker.wiring.SourceApis;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fomo catalogue status}. */
@Command(
        name = "status",
        description = {
            "Shows how far a catalogue is: covers of each genre, where its search stands, labels by where they came from, what"
                    + " was refused and why, when its source may be asked again, and when it is synced by itself next.",
            "Nothing is sent to the source."
        },
        footer = {"", "Example:", "  fomo catalogue status covers", "  fomo catalogue status covers --json"})
public final class CatalogueStatusCommand extends PlatformCommand {
    private static final Duration LATELY = Duration.ofHours(1);

    @Mixin
    private CatalogueName catalogue = new CatalogueName();

    @Override
    protected ExitCode run(Platform platform) {
        Source source = catalogue.require(platform);
        Instant now = Instant.now();
        CatalogueStatus status = new CatalogueStatusStore(platform.database().jdbi())
                .of(
                        source.name(),
                        SourceApis.of(source, configuration().sources()),
                        ClassMapping.of(OutsideSources.mapOf(platform.database(), source)),
                        LATELY,
                        now);
        Optional<DailySync> schedule = SyncSchedules.of(platform.client()).find(source.name());
        console().print(CatalogueStatusText.of(status, LATELY, now));
        console().print(ScheduleText.of(source.name(), schedule));
        console().document(new CatalogueDocument(status, schedule.orElse(null)));
        return ExitCode.DONE;
    }
}
