package ai.fomo.workflows.retrain;

import ai.fomo.domain.RunId;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.workflows.dataset.DatasetBuildResult;
import ai.fomo.workflows.dataset.LeakCount;
import ai.fomo.workflows.feature.UsedFeatures;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run says to people, in one sentence each. */
final class Sentences {
    private Sentences() {}

    /** What came of a build, in one line; of labels and reasons only those that there are. */
    static String built(DatasetBuildResult build) {
        SplitCounts items = build.dataset().splits();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d to train, %,d to validate, %,d to test",
                items.train(),
                items.validation(),
                items.test()));
        SubsetOf subset = build.dataset().subset();
        if (subset != null) {
            line.append("; a subset of dataset ").append(subset.full().abbreviated());
        }
        if (!build.exclusions().isEmpty()) {
            line.append("; left out: ")
                    .append(build.exclusions().entrySet().stream()
                            .map(reason -> String.format(Locale.ROOT, "%,d %s", reason.getValue(), reason.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        leaks(build.leaks(), LeakCount::resolved, "leaks closed", line);
        leaks(build.leaks(), LeakCount::kept, "leaks kept", line);
        LabelDrift drift = build.drift();
        if (drift != null) {
            line.append(String.format(
                    Locale.ROOT,
                    "; label drift %.3f since %s",
                    drift.distance(),
                    drift.before().abbreviated()));
        }
        return line.toString();
    }

    private static void leaks(
            List<LeakCount> counts, ToIntFunction<LeakCount> number, String what, StringBuilder line) {
        String kinds = counts.stream()
                .filter(count -> number.applyAsInt(count) > 0)
                .map(count -> String.format(Locale.ROOT, "%,d %s", number.applyAsInt(count), count.kind()))
                .collect(Collectors.joining(", "));
        if (!kinds.isEmpty()) {
            line.append("; ").append(what).append(": ").append(kinds);
        }
    }

    /** Findings of the build, and behind them those of its features. */
    static List<String> withBad(List<String> findings, UsedFeatures features) {
        return Stream.concat(
                        findings.stream(),
                        Stream.of(features.originals(), features.posters())
                                .filter(Objects::nonNull)
                                .filter(manifest -> manifest.bad() > 0)
                                .map(Sentences::bad))
                .toList();
    }

    private static String bad(FeatureManifest manifest) {
        return String.format(
                Locale.ROOT,
                "%,d of the images of dataset %s can no longer be read or decoded, and %s left out;"
                        + " fomo features status --dataset %s says which, and why",
                manifest.bad(),
                manifest.dataset().abbreviated(),
                manifest.bad() == 1 ? "is" : "are",
                manifest.dataset().abbreviated());
    }

    static String promoted(PromotionOutcome.Promoted promoted, String by) {
        return "version " + promoted.champion().version() + " is the champion, by promotion " + promoted.number()
                + ", approved by " + by;
    }

    static String promotedMeanwhile(ModelVersion model) {
        return "version " + model.version() + " is the champion: somebody else promoted it meanwhile";
    }

    static String refused(ModelVersion model, GateDecision gate) {
        return "the gate refused version " + model.version() + ": "
                + gate.verdicts().stream()
                        .filter(verdict -> !verdict.passed())
                        .map(RuleVerdict::explanation)
                        .collect(Collectors.joining("; "));
    }

    static String rejected(ModelVersion model, Optional<ApprovalAnswer> answer) {
        return answer.map(no -> no.by() + " rejected version " + model.version() + ": " + no.reason())
                .orElse("nobody decided on version " + model.version() + " within the time limit");
    }

    static String superseded(ModelVersion model, int judgements) {
        return "version " + model.version() + " was judged " + judgements
                + " times, and each time another model became the champion before it could";
    }

    static String batchTooLarge(int batch, int images) {
        return String.format(
                Locale.ROOT,
                "a batch of %,d is larger than the %,d training images; start it again with a smaller one: --batch %d",
                batch,
                images,
                images);
    }

    static String diverged(TrainingOutcome.Diverged diverged) {
        return "the loss diverged in epoch " + diverged.epoch() + " at learning rate " + diverged.learningRate()
                + "; train with a lower one";
    }

    static String waiting(RunId run, ModelVersion model, Instant deadline) {
        return "version " + model.version() + " has passed the gate and waits until " + deadline
                + " for a person: fomo approve " + run + " --by NAME --reason TEXT, or fomo reject " + run
                + " --by NAME --reason TEXT; its report: fomo report " + run + " --open; silence is a no";
    }

    /** The same in Markdown, with lines to copy. */
    static String waitingDetails(RunId run, ModelVersion model, Instant deadline) {
        return "version " + model.version() + " has passed the gate and waits for a person.\n\n"
                + "    fomo approve " + run + " --by NAME --reason TEXT\n"
                + "    fomo reject " + run + " --by NAME --reason TEXT\n"
                + "    fomo report " + run + " --open\n\n"
                + "Silence until " + deadline + " is a no.";
    }
}
