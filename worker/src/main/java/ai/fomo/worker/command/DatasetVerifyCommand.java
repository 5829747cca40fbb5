package ai.fomo.worker.command;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.worker.dataset.DatasetVerification;
import ai.fomo.worker.doctor.Check;
import ai.fomo.worker.doctor.Check.Verdict;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.CheckList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo dataset verify}. */
@Command(
        name = "verify",
        description = {
            "Checks that a dataset still is what it was built as: its manifest in S3 against its digest, its rows in PostgreSQL"
                    + " against the manifest, every image there and intact; and that no group and no picture, nor a copy of one, is"
                    + " in two splits.",
            "A leak that the source's own splits made is a warning; whatever else is wrong is a fault."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is wrong, or nothing but warnings", "1:there are faults", "2:wrong usage"},
        footer = {"", "Example:", "  fomo dataset verify posters", "  fomo dataset verify 3f9a2c --quick"})
public final class DatasetVerifyCommand extends PlatformCommand {
    @Parameters(paramLabel = "DATASET", description = KnownDatasets.ARGUMENT)
    private String dataset = "";

    @Option(names = "--quick", description = "Only look whether images are there, without reading them.")
    private boolean quick;

    @Override
    protected ExitCode run(Platform platform) {
        Dataset known = KnownDatasets.requireBuilt(platform.database(), dataset).dataset();
        List<Check> checks;
        try (Progress progress =
                console().progress("images", "images", known.splits().total())) {
            checks =
                    new DatasetVerification(platform.database(), platform.blobs()).run(known, quick, progress::reached);
        }
        console().print(CheckList.of(checks));
        console().document(checks);
        return checks.stream().anyMatch(check -> check.verdict() == Verdict.FAULT) ? ExitCode.FAILED : ExitCode.DONE;
    }
}
