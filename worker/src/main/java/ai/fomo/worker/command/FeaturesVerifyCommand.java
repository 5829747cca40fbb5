package ai.fomo.worker.command;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.worker.feature.FeatureVerification;
import ai.fomo.worker.feature.VerifiedFeatures;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.VerifiedFeaturesText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fomo features verify}. */
@Command(
        name = "verify",
        description = {
            "Reads every shard that the features of a dataset lie in, and checks its digest, its form, and that it holds the rows"
                    + " that the index points to. Lists those that are missing or damaged.",
            "",
            "With --repair their images are taken out of the index, which is recorded, and the next retraining computes them"
                    + " again. It would do so by itself as soon as it finds them out; this finds them out at a time of your choice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all shards are intact, or there are none",
            "1:shards are missing or damaged, repaired or not",
            "2:wrong usage"
        },
        footer = {
            "",
            "Example:",
            "  fomo features verify --dataset posters",
            "  fomo features verify --dataset posters --encoder efficientnet-lite0 --repair"
        })
public final class FeaturesVerifyCommand extends PlatformCommand {
    @Mixin
    private FeatureOptions options = new FeatureOptions();

    @Option(
            names = "--repair",
            description = "Take what cannot be read out of the index, so that it is computed again.")
    private boolean repair;

    @Override
    protected void check() {
        options.check(spec());
    }

    @Override
    protected ExitCode run(Platform platform) {
        Dataset dataset = options.dataset(platform.database());
        List<EncoderId> encoders = options.encoders(platform.database(), dataset);
        FeatureVerification verification =
                new FeatureVerification(platform.database(), platform.blobs(), dataset, encoders);
        VerifiedFeatures verified;
        try (Progress progress = console().progress("shards", "shards", verification.shards())) {
            verified = verification.run(repair, progress::reached);
        }
        console().print(encoders.isEmpty() ? options.none(dataset) : VerifiedFeaturesText.of(verified, repair));
        console().document(verified);
        return verified.intact() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
