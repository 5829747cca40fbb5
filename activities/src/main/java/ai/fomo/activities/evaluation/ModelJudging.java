package ai.fomo.activities.evaluation;

import ai.fomo.activities.feature.FeatureReader;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.ClassFrequencies;
import ai.fomo.domain.evaluation.Contender;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.EvaluationDetails;
import ai.fomo.domain.evaluation.EvaluationSource;
import ai.fomo.domain.evaluation.Evaluator;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.ScoredChampion;
import ai.fomo.domain.evaluation.ScoredItem;
import ai.fomo.domain.evaluation.ScoredItems;
import ai.fomo.domain.evaluation.Slices;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.evaluation.UnderServedGenres;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.RegisteredModel;
import ai.fomo.workflows.evaluation.EvaluationRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes a model's evaluation from what is stored, and stores the scores that it rests on. */
final class ModelJudging {
    private final DatasetStore datasets;
    private final ModelStore models;
    private final BlobStore blobs;
    private final JudgedItemsReader reader;
    private final TrainingOverlaps overlaps;

    ModelJudging(
            DatasetStore datasets,
            ModelStore models,
            CoverStore covers,
            FingerprintStore prints,
            BlobStore blobs,
            FeatureReader features) {
        this.datasets = datasets;
        this.models = models;
        this.blobs = blobs;
        this.reader = new JudgedItemsReader(datasets, covers, features);
        this.overlaps = new TrainingOverlaps(datasets, prints);
    }

    /** @param champion who is in use; not compared with where it is the judged model itself, or answers in other classes */
    Evaluation judge(EvaluationRequest request, Optional<ModelVersion> champion) {
        ModelFile model = read(request.model());
        RegisteredModel registered = registered(request.model());
        JudgedItems test = reader.test(
                request.features(),
                model.classes(),
                request.posters() == null ? Optional.empty() : Optional.of(JudgedItemsReader.Slices.COVERS));
        JudgedItems posters = request.posters() == null ? null : reader.posters(request.posters(), model.classes());
        ClassFrequencies training = ClassFrequencies.ofTraining(model.classes(), datasets.items(registered.dataset()));
        Bootstrap bootstrap = Bootstrap.standard();
        Optional<ModelVersion> rival = champion.filter(version -> !version.equals(request.model()))
                .filter(version -> comparable(read(version), model));

        ScoreSheet testScores = Scoring.sheet(model, test.items());
        Contender onTest = test.contender(testScores, model.rule());
        Judgement testJudgement = judge(onTest, training, bootstrap, rival, test);
        ScoreSheet posterScores = null;
        Contender onPosters = null;
        Judgement posterJudgement = null;
        if (posters != null) {
            posterScores = Scoring.sheet(model, posters.items());
            onPosters = posters.contender(posterScores, model.rule());
            posterJudgement = judge(onPosters, training, bootstrap, rival, posters);
        }
        return new Evaluation(
                Evaluation.FORMAT,
                new EvaluationSource(
                        request.run(),
                        request.model(),
                        test.dataset().digest(),
                        put(testScores),
                        posters == null ? null : posters.dataset().digest(),
                        posterScores == null ? null : put(posterScores),
                        overlap(test, posters, registered.dataset()),
                        bootstrap,
                        champion.orElse(null)),
                testJudgement,
                posterJudgement,
                Slices.of(together(onTest, onPosters), training, bootstrap),
                UnderServedGenres.of(testJudgement),
                EvaluationDetails.of(onTest));
    }

    private Judgement judge(
            Contender model,
            ClassFrequencies training,
            Bootstrap bootstrap,
            Optional<ModelVersion> rival,
            JudgedItems items) {
        ScoredChampion champion = rival.map(version -> {
                    ModelFile file = read(version);
                    return new ScoredChampion(
                            version, items.contender(Scoring.sheet(file, items.items()), file.rule()));
                })
                .orElse(null);
        return Evaluator.judge(model, training, bootstrap, champion);
    }

    private TrainingOverlap overlap(JudgedItems test, @Nullable JudgedItems posters, Sha256 ancestor) {
        List<DatasetItem> judged = new ArrayList<>(test.datasetItems());
        Set<Sha256> judgedDatasets = new LinkedHashSet<>(Set.of(test.dataset().digest()));
        if (posters != null) {
            judged.addAll(posters.datasetItems());
            judgedDatasets.add(posters.dataset().digest());
        }
        return overlaps.of(judged, judgedDatasets, ancestor);
    }

    private static Contender together(Contender test, @Nullable Contender posters) {
        if (posters == null) {
            return test;
        }
        List<ScoredItem> all = new ArrayList<>(test.items().items());
        all.addAll(posters.items().items());
        return new Contender(new ScoredItems(test.items().classes(), all), test.rule());
    }

    /** On the same features and in the same classes: else one of the two would be asked what it was never taught. */
    private static boolean comparable(ModelFile champion, ModelFile model) {
        return champion.classes().equals(model.classes()) && champion.encoder().equals(model.encoder());
    }

    private Sha256 put(ScoreSheet sheet) {
        return blobs.put(BlobKind.EVALUATIONS, sheet.toBytes());
    }

    private ModelFile read(ModelVersion version) {
        return ModelFile.parse(blobs.get(BlobKind.MODELS, version.digest()));
    }

    private RegisteredModel registered(ModelVersion version) {
        return models.find(version.version())
                .orElseThrow(() -> new IllegalStateException("no model " + version.version()))
                .model();
    }
}
