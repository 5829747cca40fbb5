package ai.fomo.worker.view;

import java.util.Locale;

/** A dataset that has just been built, for a terminal; {@code fomo dataset show} has the details. */
public final class BuildSummary {
    private BuildSummary() {}

    public static String of(DatasetDocument dataset) {
        StringBuilder text = new StringBuilder(DatasetSummary.head(dataset));
        RetrainDocument.SplitsPart splits = dataset.splits();
        text.append(String.format(
                Locale.ROOT,
                "%n%,d to train, %,d to validate, %,d to test; %,d images left out, %,d leaks found, %,d remain",
                splits.train(),
                splits.validation(),
                splits.test(),
                dataset.exclusions().stream()
                        .mapToInt(DatasetDocument.ExclusionPart::images)
                        .sum(),
                dataset.leaksFound(),
                dataset.leaksRemaining()));
        String more = DatasetSummary.findingsAndDrift(dataset.findings(), dataset.drift());
        return more.isEmpty()
                ? text.toString()
                : text.append("\n\n").append(more).toString();
    }
}
