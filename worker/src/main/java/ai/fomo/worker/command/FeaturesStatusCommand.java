package ai.fomo.worker.command;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.worker.feature.FeatureStatus;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.FeatureStatusText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fomo features status}. */
@Command(
        name = "status",
        description = {
            "Shows how far the features of a dataset are, for each encoder and view: how many images have theirs, how many the"
                    + " next retraining computes, which are left out and why, and in how many shards of what size they lie.",
            "",
            "Bad are images that were imported and can no longer be used. One that S3 has lost is tried again by each"
                    + " retraining: import it again, under another name, to put it back. Repairs are shards that were missing or"
                    + " damaged, so that their images were computed again. --json lists all of both.",
            "It asks the index alone, and reads no shard; fomo features verify does."
        },
        footer = {
            "",
            "Example:",
            "  fomo features status --dataset posters",
            "  fomo features status --dataset posters --encoder vgg16 --json"
        })
public final class FeaturesStatusCommand extends PlatformCommand {
    @Mixin
    private FeatureOptions options = new FeatureOptions();

    @Override
    protected void check() {
        options.check(spec());
    }

    @Override
    protected ExitCode run(Platform platform) {
        Dataset dataset = options.dataset(platform.database());
        List<EncoderId> encoders = options.encoders(platform.database(), dataset);
        FeatureStatus status = FeatureStatus.of(platform.database(), dataset, encoders);
        console().print(encoders.isEmpty() ? options.none(dataset) : FeatureStatusText.of(status));
        console().document(status);
        return ExitCode.DONE;
    }
}
