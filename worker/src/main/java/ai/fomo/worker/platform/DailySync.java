package ai.fomo.worker.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue that is synced by itself.
 *
 * @param at time of day, {@code 04:00}
 * @param zone whose time that is
 * @param coversPerGenre 0 for all that there are
 * @param genres null for all of the map
 * @param next null where Temporal has not planned it yet
 * @param last when it began last; null before the first time
 */
public record DailySync(
        String at,
        String zone,
        int coversPerGenre,
        @Nullable List<String> genres,
        @Nullable Instant next,
        @Nullable Instant last) {
    public DailySync {
        genres = genres == null ? null : List.copyOf(genres);
    }
}
