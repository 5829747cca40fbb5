package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Thumbnail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for thumbnails many at a time, and keeps those that were used last. */
final class ThumbnailCache {
    /** Images of one request. */
    static final int BATCH = 4_096;

    /** Some 35 MB. */
    private static final int KEPT = 65_536;

    private final Thumbnails thumbnails;
    private final Map<Sha256, Thumbnail> kept = new LinkedHashMap<>(16, 0.75f, true);

    ThumbnailCache(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /** Afterwards all of them are here, as far as they exist. */
    void load(Collection<Sha256> images) {
        List<Sha256> missing = new ArrayList<>();
        for (Sha256 image : images) {
            if (kept.get(image) == null) { // Moves those that are here to the end of the order.
                missing.add(image);
            }
        }
        for (int from = 0; from < missing.size(); from += BATCH) {
            kept.putAll(thumbnails.of(missing.subList(from, Math.min(missing.size(), from + BATCH))));
        }
        var oldest = kept.keySet().iterator();
        for (int surplus = kept.size() - Math.max(KEPT, images.size()); surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    @Nullable
    Thumbnail of(Sha256 image) {
        return kept.get(image);
    }
}
