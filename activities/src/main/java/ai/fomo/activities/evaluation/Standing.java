package ai.fomo.activities.evaluation;

import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.storage.training.RunRow;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a judged model so far.
 *
 * @param explanation by whom and why, in one sentence
 */
public record Standing(State state, String explanation) {
    /** Where it stands between a judgement and the end of its run. */
    public enum State {
        /** By this judgement, or it is in use. */
        PROMOTED,
        /** By the gate. */
        REFUSED,
        /** By a person, or because nobody answered in time. */
        REJECTED,
        /** Another model became the champion meanwhile, or the model was judged again. */
        SUPERSEDED,
        /** The run ended before anything was decided. */
        ENDED,
        /** It passed the gate; a person is asked. */
        WAITING,
        /** By the gate; nobody is asked, or not yet. */
        PASSED,
        /** Judged apart from a promotion: the gate was not asked. */
        JUDGED
    }

    /** @param awaitsPerson whether a person decides on a model that passed; null where it is not known */
    static Standing of(ModelHistory history, RunRow run, @Nullable Boolean awaitsPerson) {
        GateDecision decision = history.decision();
        if (decision == null) {
            return new Standing(State.JUDGED, "the gate was not asked about this evaluation");
        }
        if (!decision.passed()) {
            return new Standing(State.REFUSED, refused(decision) + inUse(history));
        }
        if (history.promotion().isPresent()) {
            return new Standing(
                    State.PROMOTED, ModelHistory.said(history.promotion().get()));
        }
        if (history.judgedAsChampion() && history.inUse()) {
            return champion(history);
        }
        if (history.decidedBefore(run.finishedAt())) {
            return during(history, run, awaitsPerson);
        }
        return afterwards(history);
    }

    private static Standing during(ModelHistory history, RunRow run, @Nullable Boolean awaitsPerson) {
        if (history.judgedAgainBefore(run.finishedAt())) {
            return judgedAgain();
        }
        String outcome = run.outcome();
        if (outcome == null) {
            return open(run, awaitsPerson);
        }
        String explanation = String.valueOf(run.explanation());
        return switch (outcome) {
            case "REJECTED" -> new Standing(State.REJECTED, explanation);
            case "SUPERSEDED" -> new Standing(State.SUPERSEDED, explanation);
            // The run ended by another judgement than this one.
            case "PROMOTED", "REFUSED" -> afterwards(history);
            default -> new Standing(State.ENDED, explanation);
        };
    }

    private static Standing open(RunRow run, @Nullable Boolean awaitsPerson) {
        String commands = "fomo approve " + run.run() + " or fomo reject " + run.run();
        if (awaitsPerson == null) {
            return new Standing(
                    State.PASSED,
                    "it passed the gate; it is being promoted, or waits for a person, who decides with " + commands);
        }
        return awaitsPerson
                ? new Standing(State.WAITING, "it passed the gate; " + commands + " decides")
                : new Standing(State.PASSED, "it passed the gate; it is promoted without asking a person");
    }

    /** Judged outside of its run, which says nothing about it then: a promotion by hand is open. */
    private static Standing afterwards(ModelHistory history) {
        if (history.inUse()) {
            return champion(history);
        }
        if (history.counts()) {
            return new Standing(
                    State.PASSED,
                    "it passed the gate; fomo promote " + history.model()
                            + " --by NAME --reason TEXT makes it the champion");
        }
        return history.judgedAgainBefore(null)
                ? judgedAgain()
                : new Standing(
                        State.SUPERSEDED,
                        "it passed the gate, and the champion changed since; fomo evaluate --model " + history.model()
                                + " --again judges it beside today's");
    }

    private static Standing judgedAgain() {
        return new Standing(State.SUPERSEDED, "the model was judged again after this evaluation");
    }

    private static Standing champion(ModelHistory history) {
        return new Standing(State.PROMOTED, "it is the champion" + madeSo(history));
    }

    private static String inUse(ModelHistory history) {
        return history.inUse() ? "; it is the champion all the same" + madeSo(history) : "";
    }

    private static String madeSo(ModelHistory history) {
        return history.lastChange()
                .map(change -> ", " + ModelHistory.said(change))
                .orElse("");
    }

    private static String refused(GateDecision decision) {
        List<RuleVerdict> refusals = decision.verdicts().stream()
                .filter(verdict -> !verdict.passed())
                .toList();
        return refusals.size() + " of " + decision.verdicts().size() + " rules of the gate refused it: "
                + refusals.stream().map(RuleVerdict::rule).distinct().collect(Collectors.joining(", "));
    }
}
