package ai.fomo.storage.genre;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.genre.GenreMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The maps that were asked for last. A digest always means the same map, so that none of them is ever out of date. */
final class RecentGenreMaps {
    /** More than the sources that are worked on at once; a map of a thousand rules takes some hundred kilobytes. */
    static final int SIZE = 16;

    private final Map<Sha256, GenreMap> maps = new LinkedHashMap<>(SIZE, 0.75f, true);

    /** @param read not asked for a map that is here, and without a lock: whoever comes at the same time reads it too */
    GenreMap get(Sha256 digest, Function<Sha256, GenreMap> read) {
        GenreMap known = find(digest);
        if (known != null) {
            return known;
        }
        GenreMap map = read.apply(digest);
        keep(digest, map);
        return map;
    }

    private synchronized @Nullable GenreMap find(Sha256 digest) {
        return maps.get(digest);
    }

    private synchronized void keep(Sha256 digest, GenreMap map) {
        maps.put(digest, map);
        if (maps.size() > SIZE) {
            maps.remove(maps.keySet().iterator().next());
        }
    }
}
