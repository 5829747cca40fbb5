package ai.fomo.worker.platform;

import java.time.Duration;
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
 * @param relistAfter when artists are looked at again for new albums; null for 30 days
 * @param paused by a person, in Temporal's UI: it does not begin until they say so
 * @param next null where Temporal has not planned it yet
 * @param last when it began last; null before the first time
 */
public record DailySync(
        String at,
        String zone,
        int coversPerGenre,
        @Nullable List<String> genres,
        @Nullable Duration relistAfter,
        boolean paused,
        @Nullable Instant next,
        @Nullable Instant last) {
    public DailySync {
        genres = genres == null ? null : List.copyOf(genres);
    }
}
