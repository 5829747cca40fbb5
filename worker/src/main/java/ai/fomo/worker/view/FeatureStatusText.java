package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.storage.feature.FeatureRepair;
import ai.fomo.worker.feature.FeatureStatus;
import java.util.List;

/** Features of a dataset: a line for each encoder and view, then the images that are left out. */
public final class FeatureStatusText {
    /** The document has all. */
    private static final int NAMED = 10;

    private FeatureStatusText() {}

    public static String of(FeatureStatus status) {
        TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT)
                .row("encoder", "view", "weights", "runtime", "images", "missing", "bad", "shards", "MB", "repairs");
        for (FeatureStatus.OfEncoder encoder : status.encoders()) {
            table.row(
                    encoder.encoder().name(),
                    Words.of(encoder.encoder().view()),
                    encoder.encoder().weights().abbreviated(),
                    encoder.encoder().runtime(),
                    Numbers.count(encoder.images()),
                    Numbers.count(encoder.missing()),
                    Numbers.count(encoder.bad().size()),
                    Numbers.count(encoder.shards()),
                    Numbers.count(Math.round(encoder.bytes() / 1e6)),
                    repairs(encoder.repairs()));
        }
        StringBuilder text = new StringBuilder(table.toString());
        status.encoders().forEach(encoder -> left(encoder, text));
        return text.toString();
    }

    private static String repairs(List<FeatureRepair> repairs) {
        if (repairs.isEmpty()) {
            return "none";
        }
        int images = repairs.stream().mapToInt(FeatureRepair::images).sum();
        return Numbers.count(repairs.size()) + ", of " + Numbers.count(images) + " images, last "
                + Moments.text(repairs.get(0).recordedAt()) + " UTC";
    }

    private static void left(FeatureStatus.OfEncoder encoder, StringBuilder text) {
        List<FeatureStatus.Bad> bad = encoder.bad();
        if (bad.isEmpty()) {
            return;
        }
        text.append("\n\nleft out by ")
                .append(encoder.encoder().name())
                .append(", ")
                .append(Words.of(encoder.encoder().view()))
                .append(':');
        bad.stream()
                .limit(NAMED)
                .forEach(image -> text.append("\n  ")
                        .append(image.image())
                        .append(image.lost() ? "  lost, tried again next time: " : "  ")
                        .append(image.reason()));
        if (bad.size() > NAMED) {
            text.append("\n  and ").append(Numbers.count(bad.size() - NAMED)).append(" more; --json has all");
        }
    }
}
