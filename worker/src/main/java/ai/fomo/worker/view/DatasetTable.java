package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.worker.view.DatasetDocument.SubsetPart;
import ai.fomo.worker.view.DatasetOverview.BuildPart;
import java.util.List;

/** Datasets with their builds, one line each. */
public final class DatasetTable {
    private DatasetTable() {}

    /** In the order given; a dataset's name stands before its latest build. */
    public static String of(List<DatasetOverview> datasets) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT)
                .row(
                        "dataset",
                        "images",
                        "refused",
                        "digest",
                        "built (UTC)",
                        "genres",
                        "train",
                        "validation",
                        "test",
                        "subset");
        for (DatasetOverview dataset : datasets) {
            String images = Numbers.count(dataset.images());
            String refused = Numbers.count(dataset.refused());
            if (dataset.builds().isEmpty()) {
                table.row(dataset.name(), images, refused, "not built yet", "", "", "", "", "", "");
            }
            boolean first = true;
            for (BuildPart build : dataset.builds()) {
                table.row(
                        first ? dataset.name() : "",
                        first ? images : "",
                        first ? refused : "",
                        build.digest().abbreviated(),
                        Moments.text(build.builtAt()),
                        String.valueOf(build.classes()),
                        Numbers.count(build.splits().train()),
                        Numbers.count(build.splits().validation()),
                        Numbers.count(build.splits().test()),
                        subset(build));
                first = false;
            }
        }
        return table.toString();
    }

    private static String subset(BuildPart build) {
        SubsetPart subset = build.subset();
        return subset == null ? "" : subset.size() + " of " + subset.full().abbreviated() + ", seed " + subset.seed();
    }
}
