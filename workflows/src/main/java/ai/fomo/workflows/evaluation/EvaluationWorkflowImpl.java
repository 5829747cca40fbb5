package ai.fomo.workflows.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.workflows.dataset.JudgedDatasets;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.feature.FeatureWorkflow;
import ai.fomo.workflows.feature.Features;
import ai.fomo.workflows.feature.UsedFeatures;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The order of an evaluation, top to bottom. */
public final class EvaluationWorkflowImpl implements EvaluationWorkflow {
    private final EvaluationActivities evaluations = EvaluationStubs.evaluations();
    private EvaluationProgress progress = new EvaluationProgress("starting", null);

    @Override
    public EvaluationOutcome evaluate(EvaluationInput input) {
        TrainedModel model = evaluations.findModel(new ModelQuery(input.model()));
        String source = input.dataset() == null ? model.source() : input.dataset();
        Sha256 dataset = input.dataset() == null
                ? model.dataset()
                : JudgedDatasets.build(input.dataset()).digest();
        FeatureManifest features = extract(dataset, model);
        boolean own = source.equals(model.source());
        String posters = input.posters() == null && own ? model.posters() : input.posters();
        FeatureManifest posterFeatures =
                posters == null ? null : extract(JudgedDatasets.build(posters).digest(), model);

        String judging = "judging model " + input.model() + " on " + source;
        show(judging, null);
        UsedFeatures used = new UsedFeatures(features, null, posterFeatures, extraction -> {
            show("features again, since some were lost", null);
            extraction.run();
            show(judging, null);
        });
        EvaluationResult evaluation = used.read(() -> evaluations.evaluate(
                new EvaluationRequest(model.run(), used.originals(), model.model(), used.posters())));
        // Nobody gets past the gate by choosing easier images: it decides on those that the model was made to be judged
        // on.
        boolean decides = own && (model.posters() == null || model.posters().equals(posters));
        GateDecision gate = decides ? decide(model, evaluation) : null;
        ReportResult report = evaluations.writeReport(new ReportRequest(model.run(), evaluation.report()));
        return new EvaluationOutcome(model.run(), model.model(), evaluation, gate, report);
    }

    private @Nullable GateDecision decide(TrainedModel model, EvaluationResult evaluation) {
        return evaluations
                .gate(new GateRequest(model.run(), evaluation.report()))
                .decision();
    }

    private FeatureManifest extract(Sha256 dataset, TrainedModel model) {
        String child = FeatureWorkflow.workflowId(dataset, model.encoder());
        String detail = "features of dataset " + dataset.abbreviated();
        show(detail, child);
        return Features.extract(
                new FeatureRequest(dataset, model.encoder()).withWeights(model.encoderWeights()),
                () -> show(detail + ": waits for an extraction that runs already", child));
    }

    private void show(String detail, @Nullable String features) {
        progress = new EvaluationProgress(detail, features);
        Workflow.setCurrentDetails(detail + (features == null ? "" : "\n\nworkflow `" + features + "`"));
    }

    @Override
    public EvaluationProgress progress() {
        return progress;
    }
}
