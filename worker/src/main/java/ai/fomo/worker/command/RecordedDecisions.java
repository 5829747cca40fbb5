package ai.fomo.worker.command;

import ai.fomo.activities.evaluation.Reports;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.evaluation.GateDecisionRow;
import ai.fomo.storage.evaluation.GateDecisionStore;
import ai.fomo.storage.evaluation.GatePolicyStore;
import ai.fomo.storage.evaluation.GatePolicyYaml;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.training.RunStore;
import ai.fomo.worker.platform.Platform;
import java.io.UncheckedIOException;
import java.util.List;
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
        // Earlier versions kept evaluations of another form under reports/.
        if (!blobs.exists(BlobKind.EVALUATIONS, report) && blobs.exists(BlobKind.REPORTS, report)) {
            throw earlier(run, "its evaluation");
        }
        Evaluation evaluation;
        try {
            evaluation = Reports.parse(blobs.get(BlobKind.EVALUATIONS, report));
        } catch (UncheckedIOException e) {
            throw earlier(run, "its evaluation");
        }
        if (evaluation.format() != Evaluation.FORMAT) {
            throw earlier(run, "its evaluation");
        }
        return evaluation;
    }

    GatePolicy policy(RunId run, GateDecisionRow row) {
        Sha256 digest = row.decision().policy();
        byte[] yaml = new GatePolicyStore(jdbi).find(digest).orElseThrow(() -> earlier(run, "its policy"));
        return GatePolicyYaml.parse(yaml);
    }

    private CommandFailure earlier(RunId run, String what) {
        String again = new ModelStore(jdbi)
                .list().stream()
                        .filter(model -> model.model().run().equals(run))
                        .findFirst()
                        .map(model -> "fomo evaluate --model " + model.version().version() + " judges it again")
                        .orElse("train again to have it judged");
        return CommandFailure.failed("the decision on " + run + " cannot be made again, because " + what
                + " was recorded by an earlier version; " + again);
    }
}
