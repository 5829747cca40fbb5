package ai.fomo.worker.command;

import ai.fomo.activities.evaluation.EvaluationReports;
import ai.fomo.activities.evaluation.Standing;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.storage.Database;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.page.PageFile;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.wiring.Reports;
import ai.fomo.workflows.evaluation.ReportResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo report}. */
@Command(
        name = "report",
        description = {
            "Writes the report of a run to a file and prints its path: the verdict and its reasons, every figure beside a"
                    + " constant and the champion, genre by genre, with curves, examples and where it all comes from.",
            "It is one page that needs nothing beside it: no network, no script; for a screen, a phone or paper. It says what"
                    + " is recorded now, and is stored by its digest."
        },
        footer = {
            "",
            "Example:",
            "  fomo report retrain-posters-1 --open",
            "  fomo report --model 3 --output model-3.html",
            "  fomo report retrain-posters-1 --card --output MODEL_CARD.md"
        })
public final class ReportCommand extends PlatformCommand {
    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "As fomo runs lists it (default: the run of --model).",
            converter = RunIdConverter.class)
    private @Nullable RunId run;

    @Option(
            names = "--model",
            paramLabel = ModelNameConverter.LABEL,
            description = ModelNameConverter.WHICH + " (default: the run's latest; without a run, champion).",
            converter = ModelNameConverter.class)
    private @Nullable ModelName model;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "The judgement on that dataset (default: on the one that the model was trained on).")
    private @Nullable String dataset;

    @Option(names = "--card", description = "The model card, in Markdown, instead of the page.")
    private boolean card;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write it (default: reports/RUN.html, or .md, in FOMO_HOME).")
    private @Nullable Path output;

    @Option(names = "--open", description = "Show it in the browser, too.")
    private boolean open;

    /**
     * @param report digest of the evaluation
     * @param page digest of the page, as it is stored
     */
    private record ReportDocument(
            RunId run, Sha256 report, Standing standing, Sha256 page, Sha256 card, String file, boolean opened) {}

    @Override
    protected void check() {
        if (output != null) {
            PageFile.check(output);
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        Database database = platform.database();
        EvaluationRow row = judgement(database);
        EvaluationReports reports = Reports.over(database.jdbi(), platform.blobs());
        ReportResult written = reports.write(row.run(), row.report());
        Path file = file(row.run());
        PageFile.write(
                file,
                new String(
                        platform.blobs().get(BlobKind.REPORTS, card ? written.card() : written.page()),
                        StandardCharsets.UTF_8));
        console().print(file.toString());
        boolean opened = open && Browser.open(file);
        if (open && !opened) {
            console().note("no browser could be started here; open " + file + " in one of yours");
        }
        console()
                .document(new ReportDocument(
                        row.run(),
                        row.report(),
                        reports.standing(row.run(), row.report()),
                        written.page(),
                        written.card(),
                        file.toString(),
                        opened));
        return ExitCode.DONE;
    }

    private EvaluationRow judgement(Database database) {
        ModelStore models = new ModelStore(database.jdbi());
        Optional<ModelRow> named = model == null && run != null
                ? Optional.empty()
                : Optional.of(models.require(model == null ? ModelName.Alias.CHAMPION : model));
        RunId wanted = run == null ? named.orElseThrow().model().run() : run;
        KnownRuns.require(new RunStore(database.jdbi()), wanted);
        if (named.isPresent() && !named.get().model().run().equals(wanted)) {
            throw CommandFailure.failed("model " + named.get().version().version() + " is of run "
                    + named.get().model().run() + ", not of " + wanted + "; name one of the two");
        }
        List<EvaluationRow> rows = new EvaluationStore(database.jdbi())
                .ofRun(wanted).stream()
                        .filter(row -> named.isEmpty()
                                || row.model().equals(named.get().version().digest()))
                        .toList();
        if (rows.isEmpty()) {
            throw CommandFailure.failed("no model of run " + wanted
                    + " was judged, so there is nothing to report; fomo watch " + wanted + " shows how it stands");
        }
        return choose(new DatasetStore(database.jdbi()), models, rows);
    }

    /** The last judgement on the named dataset, or on the model's own where there is one. */
    private EvaluationRow choose(DatasetStore datasets, ModelStore models, List<EvaluationRow> rows) {
        EvaluationRow last = rows.get(rows.size() - 1);
        String name = dataset;
        if (name != null) {
            return last(
                            rows,
                            row -> datasets.find(row.dataset())
                                    .map(Dataset::name)
                                    .filter(name::equals)
                                    .isPresent())
                    .orElseThrow(() -> CommandFailure.failed("run " + last.run() + " was not judged on '" + name
                            + "'; fomo evaluate --dataset " + name + " judges its model there"));
        }
        List<Sha256> own = models.ofRun(last.run()).stream()
                .map(row -> row.model().dataset())
                .toList();
        return last(rows, row -> own.contains(row.dataset())).orElse(last);
    }

    private static Optional<EvaluationRow> last(List<EvaluationRow> rows, Predicate<EvaluationRow> wanted) {
        return rows.stream().filter(wanted).reduce((first, second) -> second);
    }

    private Path file(RunId run) {
        if (output != null) {
            return output.toAbsolutePath().normalize();
        }
        Path directory = configuration().home().resolve("reports");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be created; name a file with --output", e);
        }
        return directory.resolve(run.value().replaceAll("[^A-Za-z0-9._-]", "_") + (card ? ".md" : ".html"));
    }
}
