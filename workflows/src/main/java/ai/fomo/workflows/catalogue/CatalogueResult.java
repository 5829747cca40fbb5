package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.Pace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param covers in the catalogue of this source now
 * @param added by this run
 * @param refused images that could not be used, each recorded with its reason
 * @param skipped images that could not be had this time; they stay listed for the next sync
 * @param position where a sync goes on as a new execution; null in the result of one that has ended
 */
public record CatalogueResult(
        int covers,
        int added,
        int refused,
        int skipped,
        @Nullable Position position) {
    public CatalogueResult(int covers, int added, int refused) {
        this(covers, added, refused, 0, null);
    }

    public CatalogueResult plus(CataloguePageResult page) {
        return new CatalogueResult(covers, added + page.added(), refused + page.refused());
    }

    /**
     * @param startedAt of the first execution
     * @param finished genres that need no further request in this sync
     * @param skipped albums that are not to be tried again in this sync
     * @param coverPace as the source told it at the sign-in; null where there is none
     */
    public record Position(
            Instant startedAt,
            List<String> finished,
            List<String> skipped,
            @Nullable Pace coverPace) {
        public Position {
            finished = List.copyOf(finished);
            skipped = List.copyOf(skipped);
        }
    }
}
