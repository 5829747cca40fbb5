package ai.fomo.worker.lineage;

import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.dataset.RecordedBuild;
import ai.fomo.storage.feature.FeatureStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.storage.poster.RecordedClassification;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import ai.fomo.storage.training.TrainingAttemptStore;
import ai.fomo.worker.view.LineageDocument;
import ai.fomo.worker.view.LineageDocument.DataPart;
import ai.fomo.worker.view.LineageDocument.MapPart;
import ai.fomo.worker.view.LineageDocument.ModelPart;
import ai.fomo.worker.view.LineageDocument.PredictionPart;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Follows the rows from a prediction, a model or a run to the covers and the genre map behind it. */
public final class LineageTrace {
    private final RunStore runs;
    private final ModelStore models;
    private final DatasetStore datasets;
    private final SourceStore sources;
    private final GenreMapStore maps;
    private final FeatureStore features;
    private final TrainingAttemptStore attempts;

    public LineageTrace(Jdbi jdbi) {
        this.runs = new RunStore(jdbi);
        this.models = new ModelStore(jdbi);
        this.datasets = new DatasetStore(jdbi);
        this.sources = new SourceStore(jdbi);
        this.maps = new GenreMapStore(jdbi);
        this.features = new FeatureStore(jdbi);
        this.attempts = new TrainingAttemptStore(jdbi);
    }

    public LineageDocument of(LineageSubject subject) {
        if (subject instanceof LineageSubject.Prediction prediction) {
            RecordedClassification made = prediction.classification();
            ModelRow model = models.require(
                    new ModelName.Version(made.classification().model().version()));
            return document(PredictionPart.of(made), run(model), List.of(model));
        }
        if (subject instanceof LineageSubject.Model model) {
            return document(null, run(model.row()), List.of(model.row()));
        }
        RunRow run = ((LineageSubject.Run) subject).row();
        return document(null, run, models.ofRun(run.run()));
    }

    private LineageDocument document(@Nullable PredictionPart prediction, RunRow run, List<ModelRow> made) {
        return new LineageDocument(
                prediction, run, made.stream().map(this::model).toList(), attempts.of(run.run()));
    }

    private RunRow run(ModelRow model) {
        return runs.find(model.model().run())
                .orElseThrow(() ->
                        new IllegalStateException("no run " + model.model().run()));
    }

    private ModelPart model(ModelRow row) {
        return ModelPart.of(
                row, features.coverage(row.model().encoder(), row.model().dataset()), data(build(row)));
    }

    /** The same dataset may have been built from several sources; it is the run's that this model is of. */
    private RecordedBuild build(ModelRow row) {
        return datasets.builds(row.source()).stream()
                .filter(build -> build.dataset().digest().equals(row.model().dataset()))
                .findFirst()
                .or(() -> datasets.build(row.model().dataset()))
                .orElseThrow(() ->
                        new IllegalStateException("no dataset " + row.model().dataset()));
    }

    private DataPart data(RecordedBuild build) {
        Dataset dataset = build.dataset();
        return new DataPart(
                dataset,
                build.builtAt(),
                sources.find(dataset.name())
                        .orElseThrow(() -> new IllegalStateException("no source " + dataset.name())),
                dataset.labelling() instanceof Labelling.Mapped mapped ? map(mapped) : null,
                datasets.origins(dataset));
    }

    private MapPart map(Labelling.Mapped mapped) {
        GenreMap map = maps.get(mapped.map());
        return new MapPart(
                map.name(), map.version(), mapped.map(), map.taxonomy().name());
    }
}
