package ai.fomo.worker.view;

import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.RuleVerdict;
import java.util.stream.Collectors;

/** What each rule of the gate said. */
public final class VerdictList {
    private VerdictList() {}

    /** One line a rule, after one that says how the gate decided. */
    public static String of(GateDecision decision) {
        return "gate: " + (decision.passed() ? "passed" : "refused") + "\n"
                + decision.verdicts().stream().map(VerdictList::line).collect(Collectors.joining("\n"));
    }

    private static String line(RuleVerdict verdict) {
        return "  " + (verdict.passed() ? "passed   " : "refused  ") + verdict.rule() + ": " + verdict.explanation();
    }
}
