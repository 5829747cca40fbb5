package ai.fomo.worker.view;

import ai.fomo.worker.feature.VerifiedFeatures;

/** What reading all features of a dataset came to: a line for each encoder and view, and one for each shard that is not right. */
public final class VerifiedFeaturesText {
    private VerifiedFeaturesText() {}

    /** @param repaired whether what cannot be read was taken out of the index */
    public static String of(VerifiedFeatures verified, boolean repaired) {
        StringBuilder text = new StringBuilder();
        for (VerifiedFeatures.OfEncoder encoder : verified.encoders()) {
            text.append(encoder.unreadable().isEmpty() ? "ok     " : "fault  ")
                    .append(encoder.encoder().name())
                    .append(", ")
                    .append(Words.of(encoder.encoder().view()))
                    .append(", ")
                    .append(encoder.encoder().runtime())
                    .append(": ")
                    .append(Numbers.count(encoder.images()))
                    .append(" images in ")
                    .append(Numbers.count(encoder.shards()))
                    .append(" shards")
                    .append(encoder.unreadable().isEmpty() ? ", all intact" : "")
                    .append('\n');
            encoder.unreadable()
                    .forEach(shard -> text.append("       ")
                            .append(Words.of(shard.state()))
                            .append(", ")
                            .append(Numbers.count(shard.images()))
                            .append(" images: ")
                            .append(shard.reason())
                            .append('\n'));
            if (encoder.dropped() > 0) {
                text.append("       taken out of the index: ")
                        .append(Numbers.count(encoder.dropped()))
                        .append(" images\n");
            }
        }
        if (!verified.intact()) {
            text.append(
                    repaired
                            ? "the next retraining computes them again"
                            : "run it again with --repair, and the next retraining computes them again");
        }
        return text.toString().stripTrailing();
    }
}
