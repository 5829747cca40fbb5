package ai.fomo.activities.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.ModelJudgements;
import ai.fomo.storage.evaluation.ReportStore;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.workflows.evaluation.ReportResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages and model cards of recorded evaluations, for workflows and for people who ask. */
public final class EvaluationReports {
    private final EvaluationStore evaluations;
    private final ModelJudgements judgements;
    private final ReportStore reports;
    private final RunStore runs;
    private final EpochMetricStore epochs;
    private final ModelStore models;
    private final PromotionStore promotions;
    private final DatasetStore datasets;
    private final BlobStore blobs;
    private final StoredEvaluations stored;
    private final EvaluationPages pages;

    public EvaluationReports(
            EvaluationStore evaluations,
            ModelJudgements judgements,
            ReportStore reports,
            RunStore runs,
            EpochMetricStore epochs,
            ModelStore models,
            PromotionStore promotions,
            DatasetStore datasets,
            BlobStore blobs,
            EvaluationPages pages) {
        this.evaluations = evaluations;
        this.judgements = judgements;
        this.reports = reports;
        this.runs = runs;
        this.epochs = epochs;
        this.models = models;
        this.promotions = promotions;
        this.datasets = datasets;
        this.blobs = blobs;
        this.stored = new StoredEvaluations(blobs);
        this.pages = pages;
    }

    /** For those who do not know whether a person decides. */
    public ReportResult write(RunId run, Sha256 report) {
        return write(run, report, null);
    }

    /**
     * Writes what the records say now. Written again without a change between, nothing is added.
     *
     * @param awaitsPerson whether a person decides on a model that passed; null where it is not known
     * @throws IllegalArgumentException where the run has no such evaluation
     * @throws EarlierEvaluationException where an earlier version recorded it
     */
    public ReportResult write(RunId run, Sha256 report, @Nullable Boolean awaitsPerson) {
        ReportContent content = content(run, report, awaitsPerson);
        ReportDocuments documents = pages.render(content);
        Sha256 page = blobs.put(BlobKind.REPORTS, documents.page().getBytes(StandardCharsets.UTF_8));
        Sha256 card = blobs.put(BlobKind.REPORTS, documents.card().getBytes(StandardCharsets.UTF_8));
        reports.record(run, report, content.standing().state().name(), page, card);
        return new ReportResult(page, card);
    }

    /** What came of the evaluated model, as it is known now. */
    public Standing standing(RunId run, Sha256 report) {
        EvaluationRow row = evaluation(run, report);
        return standing(row, history(row, model(row)), null);
    }

    private ReportContent content(RunId run, Sha256 report, @Nullable Boolean awaitsPerson) {
        EvaluationRow row = evaluation(run, report);
        RunRow runRow = run(run);
        ModelRow model = model(row);
        Evaluation evaluation = stored.read(run, model.version().version(), report);
        Dataset trainedOn = dataset(model.model().dataset());
        ModelHistory history = history(row, model);
        return new ReportContent(
                report,
                evaluation,
                row.evaluatedAt(),
                history.decision(),
                standing(row, history, awaitsPerson),
                model.model(),
                model.registeredAt(),
                trainedOn,
                dataset(evaluation.source().dataset()),
                ClassFrequencies.ofTraining(trainedOn.classes(), datasets.items(trainedOn.digest())),
                runRow.configuration(),
                epochs.of(run),
                this::image);
    }

    private Standing standing(EvaluationRow row, ModelHistory history, @Nullable Boolean awaitsPerson) {
        return Standing.of(history, run(row.run()), awaitsPerson == null ? askedBefore(row) : awaitsPerson);
    }

    /** True where a page said that a person is asked; otherwise null, since the records do not say. */
    private @Nullable Boolean askedBefore(EvaluationRow row) {
        boolean asked = reports.of(row.run(), row.report()).stream()
                .anyMatch(written -> written.standing().equals(Standing.State.WAITING.name()));
        return asked ? Boolean.TRUE : null;
    }

    private ModelHistory history(EvaluationRow row, ModelRow model) {
        return new ModelHistory(row.report(), judgements.of(model.version().version()), promotions.history());
    }

    private ModelRow model(EvaluationRow row) {
        return models.ofRun(row.run()).stream()
                .filter(model -> model.version().digest().equals(row.model()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "model " + row.model().abbreviated() + " of run " + row.run() + " is not registered"));
    }

    private EvaluationRow evaluation(RunId run, Sha256 report) {
        return evaluations.ofRun(run).stream()
                .filter(row -> row.report().equals(report))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "run " + run + " has no evaluation " + report.abbreviated() + "; fomo evaluate makes one"));
    }

    private RunRow run(RunId run) {
        return runs.find(run).orElseThrow(() -> new IllegalArgumentException("there is no run '" + run + "'"));
    }

    private Dataset dataset(Sha256 digest) {
        return datasets.find(digest)
                .orElseThrow(() -> new IllegalStateException("dataset " + digest.abbreviated() + " is not recorded"));
    }

    /** A page lives without a picture; what is wrong with it is for the dataset's verification to say. */
    private Optional<byte[]> image(Sha256 digest) {
        return blob(BlobKind.COVERS, digest).or(() -> blob(BlobKind.POSTERS, digest));
    }

    private Optional<byte[]> blob(BlobKind kind, Sha256 digest) {
        try {
            return Optional.of(blobs.get(kind, digest));
        } catch (BlobMissingException | BlobDamagedException e) {
            return Optional.empty();
        }
    }
}
