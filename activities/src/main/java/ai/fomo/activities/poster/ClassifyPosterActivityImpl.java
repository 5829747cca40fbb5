package ai.fomo.activities.poster;

import ai.fomo.activities.feature.OpenEncoders;
import ai.fomo.domain.evaluation.DecisionRule.Decision;
import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.poster.Classification.ModelReference;
import ai.fomo.domain.poster.Evidence;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.learning.feature.Encoder;
import ai.fomo.learning.feature.FeatureShard;
import ai.fomo.learning.image.UnusableImageException;
import ai.fomo.learning.model.ModelFile;
import ai.fomo.workflows.poster.ClassifyPosterActivity;
import ai.fomo.workflows.poster.ClassifyPosterRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@inheritDoc} */
public final class ClassifyPosterActivityImpl implements ClassifyPosterActivity {
    private final Posters posters;
    private final ServedModels models;
    private final OpenEncoders encoders;

    public ClassifyPosterActivityImpl(Posters posters, ServedModels models, OpenEncoders encoders) {
        this.posters = posters;
        this.models = models;
        this.encoders = encoders;
    }

    @Override
    public Classification classify(ClassifyPosterRequest request) {
        ServedModels.Served served = models.load(models.resolve(request.model()));
        StoredPoster poster = posters.takeIn(request.poster());
        double[] probabilities = probabilities(served, poster);
        ModelFile model = served.predictor().model();
        return new Classification(
                poster.digest(),
                new ModelReference(served.version().version(), model.taxonomy()),
                genres(model, probabilities),
                scores(model, probabilities),
                Evidence.imageOnly());
    }

    private double[] probabilities(ServedModels.Served served, StoredPoster poster) {
        Encoder encoder = encoders.open(served.predictor().model().encoder());
        float[] prepared;
        try {
            prepared = encoder.prepare(poster.image());
        } catch (UnusableImageException e) {
            throw new UnusablePosterException("poster " + poster.digest().abbreviated() + ": " + e.getMessage(), e);
        }
        // Through float16, as every feature that the model was trained and judged on.
        float[][] features = FeatureShard.unpack(FeatureShard.pack(encoder.encode(List.of(prepared))));
        return served.predictor().probabilities(features)[0];
    }

    private static List<GenreConfidence> genres(ModelFile model, double[] probabilities) {
        Decision decision = model.rule().decide(probabilities);
        return decision.classes().stream()
                .map(c -> new GenreConfidence(model.classes().get(c), probabilities[c], decision.fallback()))
                .sorted(Comparator.comparingDouble(GenreConfidence::confidence).reversed())
                .toList();
    }

    private static Map<String, Double> scores(ModelFile model, double[] probabilities) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (int c = 0; c < probabilities.length; c++) {
            scores.put(model.classes().get(c), probabilities[c]);
        }
        return scores;
    }
}
