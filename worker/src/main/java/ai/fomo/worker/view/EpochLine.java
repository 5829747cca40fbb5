package ai.fomo.worker.view;

import ai.fomo.domain.training.EpochMetric;
import java.util.Locale;

/** An epoch in one line. */
final class EpochLine {
    private static final double MEGABYTE = 1 << 20;

    private EpochLine() {}

    static String of(EpochMetric epoch) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "epoch %2d  training loss %.4f  validation loss %.4f",
                epoch.epoch(),
                epoch.trainingLoss(),
                epoch.validationLoss()));
        Double map = epoch.validationMeanAveragePrecision();
        if (map != null) {
            line.append(String.format(Locale.ROOT, "  mAP %.3f", map));
        }
        line.append(String.format(Locale.ROOT, "  %.1f s", epoch.seconds()));
        Double speed = epoch.imagesPerSecond();
        if (speed != null) {
            line.append(String.format(Locale.ROOT, "  %,.0f images/s", speed));
        }
        Long bytes = epoch.residentBytes();
        if (bytes != null) {
            line.append(String.format(Locale.ROOT, "  %,.0f MB", bytes / MEGABYTE));
        }
        return line.toString();
    }
}
