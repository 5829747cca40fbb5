package ai.fomo.domain.evaluation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nothing that a model is judged on may have been among what it, or a model that it descends from, was trained on or tuned
 * with.
 *
 * @param groups judged groups that may have other items there; null for any number. Another cover of the same artist is not
 *     the judged picture, though it may flatter the model
 */
public record NoTrainingOverlap(@Nullable Integer groups) implements GateRule {
    public NoTrainingOverlap {
        if (groups != null) {
            Limits.count("groups", groups, 0);
        }
    }

    @Override
    public String name() {
        return "no-training-overlap";
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        TrainingOverlap overlap = evaluation.source().overlap();
        boolean clean = overlap.images() == 0 && overlap.copies() == 0;
        boolean apart = groups == null || overlap.groups() <= groups;
        Map<String, Double> inputs = new HashMap<>();
        inputs.put("images", (double) overlap.images());
        inputs.put("copies", (double) overlap.copies());
        inputs.put("groups", (double) overlap.groups());
        inputs.put("ancestors", (double) overlap.ancestors().size());
        return new RuleVerdict(
                name(),
                clean && apart,
                "Of the judged items, " + overlap.images() + " were trained on or tuned with, and of "
                        + overlap.copies()
                        + " a copy was; there may be none"
                        + (groups == null
                                ? "."
                                : ", and of " + overlap.groups() + " groups other items were, which may be " + groups
                                        + " at most."),
                inputs);
    }
}
