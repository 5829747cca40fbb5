package ai.fomo.domain.evaluation;

import ai.fomo.domain.Sha256;
import java.util.List;

/** @param policy digest of the policy that decided */
public record GateDecision(Sha256 policy, List<RuleVerdict> verdicts) {
    public GateDecision {
        verdicts = List.copyOf(verdicts);
        if (verdicts.isEmpty()) {
            throw new IllegalArgumentException("a gate without rules decides nothing");
        }
    }

    /** Every rule has to pass. */
    public boolean passed() {
        return verdicts.stream().allMatch(RuleVerdict::passed);
    }
}
