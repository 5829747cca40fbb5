package ai.fomo.workflows.catalogue;

import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a source asked to be left alone for a while, as a whole. */
final class Closing {
    private @Nullable RateLimited limit;

    /** Several requests that were under way hear it; the latest moment counts. */
    void add(RateLimited heard) {
        if (limit == null || heard.until().isAfter(limit.until())) {
            limit = heard;
        }
    }

    boolean closed() {
        return limit != null;
    }

    /** On one timer, however long. */
    void waitUntilOpen() {
        if (limit == null) {
            return;
        }
        Instant until = limit.until();
        String summary = limit.asked()
                ? limit.api() + " is closed until " + NamedTimer.moment(until) + ", as it asked by Retry-After"
                : limit.api() + " may be asked again at " + NamedTimer.moment(until) + ", by our own pace";
        NamedTimer.turnedAwayUntil(until, summary).get();
        limit = null;
    }

    /** Null while open. */
    @Nullable
    Waiting waiting() {
        return limit == null
                ? null
                : new Waiting(
                        limit.api() + (limit.asked() ? " asked for it by Retry-After" : " is asked at our own pace"),
                        limit.until());
    }
}
