package ai.fomo.activities.evaluation;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.evaluation.EvaluationRow;
import ai.fomo.storage.evaluation.EvaluationStore;
import ai.fomo.storage.evaluation.GateDecisionRow;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.evaluation.ReportStore;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionRow;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.storage.training.EpochMetricStore;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.workflows.evaluation.ReportResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages and model cards of recorded evaluations, for workflows and for people who ask. */
public final class EvaluationReports {
    private final EvaluationStore evaluations;
    private final GateDecisionStore decisions;
    private final ReportStore reports;
    private final RunStore runs;
    private final EpochMetricStore epochs;
    private final ModelStore models;
    private final PromotionStore promotions;
    private final DatasetStore datasets;
    private final BlobStore blobs;
    private final EvaluationPages pages;

    public EvaluationReports(
            EvaluationStore evaluations,
            GateDecisionStore decisions,
            ReportStore reports,
            RunStore runs,
            EpochMetricStore epochs,
            ModelStore models,
            PromotionStore promotions,
            DatasetStore datasets,
            BlobStore blobs,
            EvaluationPages pages) {
        this.evaluations = evaluations;
        this.decisions = decisions;
        this.reports = reports;
        this.runs = runs;
        this.epochs = epochs;
        this.models = models;
        this.promotions = promotions;
        this.datasets = datasets;
        this.blobs = blobs;
        this.pages = pages;
    }

    /**
     * Writes what the records say now. Written again without a change between, nothing is added.
     *
     * @throws IllegalArgumentException where the run has no such evaluation
     */
    public ReportResult write(RunId run, Sha256 report) {
        ReportContent content = content(run, report);
        ReportDocuments documents = pages.render(content);
        Sha256 page = blobs.put(BlobKind.REPORTS, documents.page().getBytes(StandardCharsets.UTF_8));
        Sha256 card = blobs.put(BlobKind.REPORTS, documents.card().getBytes(StandardCharsets.UTF_8));
        reports.record(run, report, content.standing().state().name(), page, card);
        return new ReportResult(page, card);
    }

    /** What came of the evaluated model, as it is known now. */
    public Standing standing(RunId run, Sha256 report) {
        return standing(evaluation(run, report), run(run), decision(run, report));
    }

    private ReportContent content(RunId run, Sha256 report) {
        EvaluationRow row = evaluation(run, report);
        RunRow runRow = run(run);
        Evaluation evaluation = Reports.parse(blobs.get(BlobKind.EVALUATIONS, report));
        ModelRow model = models.find(evaluation.source().model().version())
                .orElseThrow(() -> new IllegalStateException(
                        "model " + evaluation.source().model().version() + " of run " + run + " is not registered"));
        Dataset trainedOn = dataset(model.model().dataset());
        GateDecision decision = decision(run, report);
        return new ReportContent(
                report,
                evaluation,
                row.evaluatedAt(),
                decision,
                standing(row, runRow, decision),
                model.model(),
                model.registeredAt(),
                trainedOn,
                dataset(evaluation.source().dataset()),
                ClassFrequencies.ofTraining(trainedOn.classes(), datasets.items(trainedOn.digest())),
                runRow.configuration(),
                epochs.of(run),
                this::image);
    }

    private Standing standing(EvaluationRow row, RunRow run, @Nullable GateDecision decision) {
        Optional<PromotionRow> promotion = models.list().stream()
                .filter(model -> model.version().digest().equals(row.model())
                        && model.model().run().equals(row.run()))
                .findFirst()
                .flatMap(model -> promotions.history().stream()
                        .filter(change -> change.kind() == PromotionRow.Kind.PROMOTION
                                && change.model() == model.version().version())
                        .findFirst());
        return Standing.of(decision, run, promotion, judgedAgain(row));
    }

    private boolean judgedAgain(EvaluationRow row) {
        List<EvaluationRow> all = evaluations.ofRun(row.run());
        int position = all.indexOf(row);
        return all.subList(position + 1, all.size()).stream()
                .anyMatch(later -> later.model().equals(row.model())
                        && later.dataset().equals(row.dataset())
                        && decision(later.run(), later.report()) != null);
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

    /** The first of them: it decided about the promotion. */
    private @Nullable GateDecision decision(RunId run, Sha256 report) {
        return decisions.ofRun(run).stream()
                .filter(row -> row.report().equals(report))
                .findFirst()
                .map(GateDecisionRow::decision)
                .orElse(null);
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
