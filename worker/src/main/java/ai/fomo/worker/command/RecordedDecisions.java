package ai.fomo.worker.command;

import ai.fomo.activities.evaluation.StoredEvaluations;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.evaluation.GateDecisionRow;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.evaluation.GatePolicyStore;
import ai.fomo.storage.evaluation.GatePolicyYaml;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What the gate said, and what it rested on; what is missing is one sentence. */
final class RecordedDecisions {
    private final Jdbi jdbi;
    private final BlobStore blobs;

    RecordedDecisions(Platform platform) {
        this.jdbi = platform.database().jdbi();
        this.blobs = platform.blobs();
    }

    GateDecisionRow last(RunId run) {
        KnownRuns.require(new RunStore(jdbi), run);
        List<GateDecisionRow> rows = new GateDecisionStore(jdbi).ofRun(run);
        if (rows.isEmpty()) {
            throw CommandFailure.failed("the gate was not asked about " + run
                    + ": it goes on, or ended before; fomo watch " + run + " shows how");
        }
        return rows.get(rows.size() - 1);
    }

    Evaluation evaluation(RunId run, Sha256 report) {
        return new StoredEvaluations(blobs).read(run, version(run).orElse(null), report);
    }

    GatePolicy policy(RunId run, GateDecisionRow row) {
        Sha256 digest = row.decision().policy();
        byte[] yaml = new GatePolicyStore(jdbi).find(digest).orElseThrow(() -> earlierPolicy(run));
        return GatePolicyYaml.parse(yaml);
    }

    private CommandFailure earlierPolicy(RunId run) {
        return CommandFailure.failed("the decision on " + run
                + " cannot be made again, because its policy was recorded by an earlier version; "
                + version(run)
                        .map(model -> "judge the model again with: fomo evaluate --model " + model + " --again")
                        .orElse("train again to have it judged"));
    }

    /** Of the run's latest model. */
    private Optional<Integer> version(RunId run) {
        return new ModelStore(jdbi)
                .ofRun(run).stream().map(model -> model.version().version()).reduce((earlier, later) -> later);
    }
}
