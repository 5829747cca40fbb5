package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import java.util.List;

/** Datasets, one line each. */
public final class DatasetTable {
    private DatasetTable() {}

    /** In the order given; what is decided by a retraining is empty before the first. */
    public static String of(List<DatasetOverview> datasets) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("dataset", "images", "refused", "classes", "train", "validation", "test");
        for (DatasetOverview dataset : datasets) {
            List<String> classes = dataset.classes();
            RetrainDocument.SplitsPart splits = dataset.splits();
            table.row(
                    dataset.name(),
                    String.valueOf(dataset.images()),
                    String.valueOf(dataset.refused()),
                    classes == null ? "" : String.valueOf(classes.size()),
                    splits == null ? "" : String.valueOf(splits.train()),
                    splits == null ? "" : String.valueOf(splits.validation()),
                    splits == null ? "" : String.valueOf(splits.test()));
        }
        return table.toString();
    }
}
