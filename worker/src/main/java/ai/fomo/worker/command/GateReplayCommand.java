package ai.fomo.worker.command;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.evaluation.RuleVerdict;
import ai.fomo.storage.evaluation.GateDecisionRow;
import ai.fomo.storage.evaluation.GatePolicyYaml;
import ai.fomo.worker.evaluation.GatePolicyFile;
import ai.fomo.worker.evaluation.GateReplay;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.VerdictList;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo gate replay}. */
@Command(
        name = "replay",
        description = {
            "Makes the gate's decision on a run again, from the evaluation and the policy that were recorded, and compares."
                    + " Where a run was judged more than once, it is the last decision.",
            "With --policy, it shows what another policy would have said, beside what was decided. Nothing is recorded.",
            "",
            "Exit codes: 0 the record holds, or the other policy passes the model; 1 the decision cannot be made again, or comes"
                    + " out differently; 3 the other policy refuses the model."
        },
        footer = {
            "",
            "Example:",
            "  fomo gate replay retrain-posters-1",
            "  fomo gate replay retrain-posters-1 --policy mine.yaml"
        })
public final class GateReplayCommand extends PlatformCommand {
    @Parameters(paramLabel = "RUN", description = "As fomo runs lists it.", converter = RunIdConverter.class)
    private RunId run = new RunId("-");

    @Option(names = "--policy", paramLabel = "FILE", description = "Ask this policy instead of the recorded one.")
    private @Nullable Path file;

    private record DecisionDocument(Sha256 policy, boolean passed, List<RuleVerdict> verdicts) {
        static DecisionDocument of(GateDecision decision) {
            return new DecisionDocument(decision.policy(), decision.passed(), decision.verdicts());
        }
    }

    /**
     * @param recomputed by the recorded policy; null where another one was asked
     * @param differing rules that say something else now
     * @param other by the other policy; null where none was asked
     */
    private record ReplayDocument(
            RunId run,
            Sha256 report,
            Instant decidedAt,
            DecisionDocument recorded,
            @Nullable DecisionDocument recomputed,
            @Nullable List<String> differing,
            @Nullable DecisionDocument other) {}

    @Override
    protected void check() {
        if (file != null) {
            GatePolicyFile.read(file);
        }
    }

    @Override
    protected ExitCode run(Platform platform) {
        RecordedDecisions records = new RecordedDecisions(platform);
        GateDecisionRow row = records.last(run);
        Evaluation evaluation = records.evaluation(run, row.report());
        console()
                .print("run " + run + ", decided " + row.decidedAt() + " by policy "
                        + row.decision().policy());
        console().print(VerdictList.of(row.decision()));
        return file == null ? again(row, records.policy(run, row), evaluation) : otherwise(row, file, evaluation);
    }

    private ExitCode again(GateDecisionRow row, GatePolicy policy, Evaluation evaluation) {
        GateReplay replay = GateReplay.of(row.decision(), policy, evaluation);
        if (replay.same()) {
            console().print("made again from the record, version " + policy.version() + " of the policy says the same");
        } else {
            console().print("\nmade again from the record");
            console().print(VerdictList.of(replay.recomputed()));
        }
        console()
                .document(new ReplayDocument(
                        run,
                        row.report(),
                        row.decidedAt(),
                        DecisionDocument.of(replay.recorded()),
                        DecisionDocument.of(replay.recomputed()),
                        replay.differing(),
                        null));
        if (!replay.same()) {
            throw CommandFailure.failed(
                    "the decision on " + run + " comes out differently now in "
                            + String.join(", ", replay.differing())
                            + ": the rules have changed since, or the record was altered; judge the model again before relying on it");
        }
        return ExitCode.DONE;
    }

    private ExitCode otherwise(GateDecisionRow row, Path other, Evaluation evaluation) {
        GatePolicy policy = GatePolicyYaml.parse(GatePolicyFile.read(other));
        GateDecision decision = policy.judge(evaluation);
        console().print("\n" + other + ", version " + policy.version() + ", policy " + policy.digest() + ", would say");
        console().print(VerdictList.of(decision));
        console()
                .document(new ReplayDocument(
                        run,
                        row.report(),
                        row.decidedAt(),
                        DecisionDocument.of(row.decision()),
                        null,
                        null,
                        DecisionDocument.of(decision)));
        return decision.passed() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
