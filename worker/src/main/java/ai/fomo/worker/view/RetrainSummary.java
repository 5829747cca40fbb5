package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.workflows.retrain.RetrainResult;
import ai.fomo.workflows.retrain.StageTime;
import java.util.Locale;

/** A retraining that has ended, for a terminal: times, figures beside the constants, verdicts, outcome. */
public final class RetrainSummary {
    private RetrainSummary() {}

    public static String of(RetrainResult result) {
        StringBuilder text = new StringBuilder();
        SplitCounts splits = result.dataset().splits();
        text.append(String.format(
                Locale.ROOT,
                "dataset %s: %,d images in %d classes (%,d to train, %,d to validate, %,d to test)%n%n",
                result.dataset().name() + " " + result.dataset().digest().abbreviated(),
                splits.total(),
                result.dataset().classes().size(),
                splits.train(),
                splits.validation(),
                splits.test()));
        DatasetDocument.SubsetPart subset =
                DatasetDocument.subset(result.dataset().subset());
        if (subset != null) {
            text.append("it is ")
                    .append(subset.size())
                    .append(" of dataset ")
                    .append(subset.full().abbreviated())
                    .append(", subset seed ")
                    .append(subset.seed())
                    .append("\n\n");
        }
        String findings = DatasetSummary.findingsAndDrift(result.findings(), null);
        if (!findings.isEmpty()) {
            text.append(findings).append("\n\n");
        }
        text.append(stages(result)).append("\n\n");
        if (result.figures() != null) {
            text.append(FiguresTable.of(result.figures())).append("\n\n");
        }
        if (result.gate() != null) {
            text.append(VerdictList.of(result.gate())).append("\n\n");
        }
        return text.append(result.run())
                .append(": ")
                .append(result.outcome())
                .append(", ")
                .append(result.explanation())
                .toString();
    }

    private static String stages(RetrainResult result) {
        TextTable table = new TextTable(LEFT, RIGHT, LEFT).row("stage", "seconds", "");
        result.stages()
                .forEach((label, time) ->
                        table.row(label, String.format(Locale.ROOT, "%.1f", time.seconds()), images(time)));
        return table.toString();
    }

    private static String images(StageTime time) {
        if (time.images() == null) {
            return "";
        }
        return String.format(Locale.ROOT, "%,d images", time.images())
                + (time.computed() == null ? "" : String.format(Locale.ROOT, ", %,d of them new", time.computed()));
    }
}
