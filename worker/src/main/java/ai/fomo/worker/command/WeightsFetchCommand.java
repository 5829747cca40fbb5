package ai.fomo.worker.command;

import ai.fomo.storage.feature.WeightsStore;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.services.Home;
import ai.fomo.worker.weights.Download;
import ai.fomo.worker.weights.FileDigest;
import ai.fomo.worker.weights.PublishedWeights;
import ai.fomo.worker.weights.TakenWeights;
import ai.fomo.worker.weights.WeightsIntake;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code fomo weights fetch}. */
@Command(
        name = "fetch",
        description = {
            "Fetches the weights of an encoder from where they are published, or takes a file: Keras' HDF5 (.h5), weights"
                    + " or a whole model, which is checked by its digest and converted once.",
            "",
            "A download that was cut goes on with the same command. vgg16 is for the encoders vgg16 and vgg16-block4; its"
                    + " authors publish it under the Creative Commons Attribution License."
        },
        footer = {
            "",
            "Example:",
            "  fomo weights fetch vgg16",
            "  fomo weights fetch vgg16 --from https://mirror.example.org/vgg16_notop.h5",
            "  fomo weights fetch vgg16 --file vgg16.h5 --digest md5:6d6bbae143d832006294945121d1f1fc"
        })
public final class WeightsFetchCommand extends PlatformCommand {
    @Parameters(paramLabel = "NAME", description = "Which weights: vgg16.")
    private String name = "";

    @Option(names = "--from", paramLabel = "URL", description = "Fetch them from here, not from their publisher.")
    private @Nullable URI address;

    @Option(
            names = "--digest",
            paramLabel = "md5:HEX|sha256:HEX",
            description = "What the file must be of (default: what its publisher says; with --file, anything).")
    private @Nullable String digest;

    @Option(names = "--file", paramLabel = "PATH", description = "Take them from a file, and fetch nothing.")
    private @Nullable Path file;

    @Override
    protected void check() {
        published();
        digest();
        if (file != null && address != null) {
            throw wrong("--from and --file exclude each other");
        }
        if (file != null && !Files.isReadable(file)) {
            throw wrong("there is no file " + file + " that can be read; name another with --file");
        }
        if (address != null
                && !(Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                        && address.getHost() != null)) {
            throw wrong("--from must be an address that begins with http:// or https://, not " + address
                    + "; a file is named with --file");
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        WeightsIntake intake = new WeightsIntake(
                platform.blobs(),
                new WeightsStore(platform.database().jdbi()),
                new Download(),
                new Home(configuration().home()).downloads());
        TakenWeights taken = file == null ? fetch(intake) : intake.take(published(), file, digest());
        console()
                .print("weights " + taken.name() + " (" + taken.digest().abbreviated() + ") are here, of "
                        + taken.origin());
        console().document(taken);
        return ExitCode.DONE;
    }

    private TakenWeights fetch(WeightsIntake intake) {
        PublishedWeights published = published();
        URI from = address == null ? published.address() : address;
        FileDigest wanted = digest();
        try (DownloadProgress progress = new DownloadProgress(console())) {
            return intake.fetch(published, from, wanted == null ? published.digest() : wanted, progress);
        }
    }

    private PublishedWeights published() {
        try {
            return PublishedWeights.named(name);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable FileDigest digest() {
        try {
            return digest == null ? null : FileDigest.parse(digest);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec().commandLine(), sentence);
    }
}
