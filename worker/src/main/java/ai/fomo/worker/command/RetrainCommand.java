package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.storage.Database;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.wiring.KnownEncoders;
import ai.fomo.workflows.retrain.Approval;
import ai.fomo.workflows.retrain.RetrainRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code fomo retrain}. */
@Command(
        name = "retrain",
        description = {
            "Trains a model on a dataset, judges it beside constant answers and the champion, and promotes it if the gate lets"
                    + " it pass.",
            "",
            "The run is a workflow: it survives Ctrl-C, crashes and restarts, and goes on where it stopped. Features of"
                    + " images are kept, so that only new images cost time.",
            "With --approve person a person has the last word: fomo approve or fomo reject."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:promoted (with --no-wait: started)",
            "1:failed, or another model became the champion meanwhile",
            "2:wrong usage",
            "3:refused by the gate or a person"
        },
        footer = {
            "",
            "Example:",
            "  fomo retrain --dataset posters --approve auto",
            "  fomo retrain --dataset posters --subset 10%%",
            "  fomo retrain --dataset posters --loss class-weighted --views mirror --epochs 60 --schedule cosine",
            "  fomo retrain --dataset posters --approve person --approval-time-limit 2d"
        })
public final class RetrainCommand extends PlatformCommand {
    private enum Approver {
        AUTO,
        PERSON
    }

    @Option(names = "--dataset", required = true, paramLabel = "NAME", description = "What to train on.")
    private String dataset = "";

    @Option(
            names = "--approve",
            defaultValue = "auto",
            paramLabel = "auto|person",
            description = "Who says yes to a model that has passed the gate (default: ${DEFAULT-VALUE}).")
    private Approver approver = Approver.AUTO;

    @Option(
            names = "--approval-time-limit",
            defaultValue = "7d",
            converter = TimeLimit.class,
            paramLabel = "TIME",
            description = "How long to wait for a person; silence is a no (default: ${DEFAULT-VALUE}).")
    private Duration approvalTimeLimit = Duration.ofDays(7);

    @Mixin
    private TrainingOptions training = new TrainingOptions();

    @Option(
            names = "--covers-per-genre",
            paramLabel = "N",
            description =
                    "Of a catalogue on the web: how much of each genre to fetch, 0 for all (default: as many as its last"
                            + " sync asked for; all where there was none). The genres are those of the last sync.")
    private @Nullable Integer coversPerGenre;

    @Option(
            names = "--posters",
            paramLabel = "NAME",
            description = "A dataset of labelled posters that the model is judged on besides, and never trained on.")
    private @Nullable String posters;

    @Mixin
    private SubsetOptions subset = new SubsetOptions();

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Option(names = "--no-wait", description = "Start the run and leave; fomo watch follows it.")
    private boolean noWait;

    @Override
    protected PlatformOptions options() {
        return PlatformOptions.withWorker();
    }

    @Override
    protected void check() {
        subset.check();
        training.check();
        build.rule();
        if (coversPerGenre != null && coversPerGenre < 0) {
            throw new ParameterException(
                    spec().commandLine(), "--covers-per-genre must not be negative, was " + coversPerGenre);
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        // Said now, not when the dataset is built.
        KnownEncoders.over(platform.database().jdbi(), platform.blobs()).id(training.encoder());
        Source source = KnownDatasets.require(platform.database(), dataset);
        if (posters != null) {
            KnownDatasets.require(platform.database(), posters);
        }
        WantedCovers wanted = source.kind().isOutside() ? wanted(source, platform.database()) : null;
        RetrainRequest request = new RetrainRequest(
                source.name(),
                source.kind(),
                wanted == null ? 0 : wanted.coversPerGenre(),
                training.encoder(),
                training.configuration(),
                approval(),
                subset.subset(),
                build.rule(),
                posters,
                wanted == null ? null : wanted.genres());
        RunId run = FollowedRun.start(platform, request);
        console().note("run " + run + " on dataset " + dataset);
        if (wanted != null) {
            console().note("it syncs the catalogue first: " + wanted.sentence());
        }
        platform.temporalUi().ifPresent(address -> console().note("Temporal UI: " + address));
        if (noWait) {
            console().print(FollowedRun.goesOn(platform, run));
            console().document(Map.of("run", run));
            return ExitCode.DONE;
        }
        return FollowedRun.follow(platform, console(), run);
    }

    private WantedCovers wanted(Source source, Database database) {
        return WantedCovers.of(coversPerGenre, null, source, OutsideSources.mapOf(database, source), database);
    }

    private Approval approval() {
        return switch (approver) {
            case AUTO -> new Approval.Automatic();
            case PERSON -> new Approval.ByPerson(approvalTimeLimit);
        };
    }
}
