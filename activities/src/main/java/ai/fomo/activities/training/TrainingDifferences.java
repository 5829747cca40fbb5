package ai.fomo.activities.training;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.training.EpochMetric;
import ai.fomo.domain.training.TrainingAttempt;
import ai.fomo.workflows.training.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two trainings do not have alike. */
final class TrainingDifferences {
    private static final String NONE = "none";

    private final List<Difference> found = new ArrayList<>();

    private TrainingDifferences() {}

    /** In what came of them: losses to the bit, models to the byte. Times and speeds are nobody's promise. */
    static List<Difference> inResult(
            Sha256 model, @Nullable Sha256 reproduced, List<EpochMetric> original, List<EpochMetric> reproduction) {
        TrainingDifferences differences = new TrainingDifferences();
        differences.compare("model", model.hex(), reproduced == null ? NONE : reproduced.hex());
        differences.compare("epochs", String.valueOf(original.size()), String.valueOf(reproduction.size()));
        for (int i = 0; i < Math.min(original.size(), reproduction.size()); i++) {
            differences.compare(original.get(i), reproduction.get(i), "training loss", EpochMetric::trainingLoss);
            differences.compare(original.get(i), reproduction.get(i), "validation loss", EpochMetric::validationLoss);
        }
        return differences.found;
    }

    /** In what they were made by, of all attempts. */
    static List<Difference> inMakers(List<TrainingAttempt> original, List<TrainingAttempt> reproduction) {
        TrainingDifferences differences = new TrainingDifferences();
        differences.compare("code version", original, reproduction, TrainingAttempt::codeVersion);
        differences.compare("JDK", original, reproduction, TrainingAttempt::jdk);
        differences.compare("backend", original, reproduction, TrainingAttempt::backend);
        return differences.found;
    }

    private void compare(
            EpochMetric original, EpochMetric reproduction, String what, ToDoubleFunction<EpochMetric> value) {
        // As Java writes them, which is another text for every other bit.
        compare(
                "epoch " + original.epoch() + ", " + what,
                Double.toString(value.applyAsDouble(original)),
                Double.toString(value.applyAsDouble(reproduction)));
    }

    private void compare(
            String what,
            List<TrainingAttempt> original,
            List<TrainingAttempt> reproduction,
            Function<TrainingAttempt, String> value) {
        compare(what, values(original, value), values(reproduction, value));
    }

    private static String values(List<TrainingAttempt> attempts, Function<TrainingAttempt, String> value) {
        return Optional.of(attempts.stream().map(value).distinct().collect(Collectors.joining("; then ")))
                .filter(values -> !values.isEmpty())
                .orElse(NONE);
    }

    private void compare(String what, String original, String reproduction) {
        if (!original.equals(reproduction)) {
            found.add(new Difference(what, original, reproduction));
        }
    }
}
