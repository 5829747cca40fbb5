package ai.fomo.worker.view;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.storage.feature.WeightsRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weights as a list shows them.
 *
 * @param counts whether encoders run on these where nobody asks for others
 * @param encoders that they are for
 */
public record WeightsEntry(
        String name,
        boolean counts,
        Sha256 digest,
        Sha256 source,
        String origin,
        Instant fetchedAt,
        List<String> encoders) {
    public WeightsEntry {
        encoders = List.copyOf(encoders);
    }

    /** @param rows the latest first */
    public static List<WeightsEntry> of(List<WeightsRow> rows) {
        Set<String> seen = new HashSet<>();
        List<WeightsEntry> entries = new ArrayList<>();
        for (WeightsRow row : rows) {
            List<String> encoders = Encoders.names().stream()
                    .filter(encoder -> Encoders.providedWeights(encoder)
                            .filter(row.name()::equals)
                            .isPresent())
                    .toList();
            entries.add(new WeightsEntry(
                    row.name(),
                    seen.add(row.name()),
                    row.digest(),
                    row.source(),
                    row.origin(),
                    row.recordedAt(),
                    encoders));
        }
        return entries;
    }
}
