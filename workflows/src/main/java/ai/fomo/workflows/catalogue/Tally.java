package ai.fomo.workflows.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of the covers of a sync, over all its executions. */
final class Tally {
    /** By then it is the server that is away and not some images. */
    private static final int SKIPPED_IN_A_ROW = 20;
    /** They are remembered from execution to execution. */
    private static final int SKIPPED_IN_ALL = 2_000;

    private final Set<String> skipped = new LinkedHashSet<>();
    private int added;
    private int refused;
    private int skippedInARow;

    /** @param before null in the first execution */
    Tally(@Nullable CatalogueResult before) {
        if (before != null) {
            added = before.added();
            refused = before.refused();
            CatalogueResult.Position position = before.position();
            skipped.addAll(position == null ? List.of() : position.skipped());
        }
    }

    void added() {
        added++;
        skippedInARow = 0;
    }

    void known() {
        skippedInARow = 0;
    }

    void refused() {
        refused++;
        skippedInARow = 0;
    }

    void skipped(String album) {
        skipped.add(album);
        skippedInARow++;
    }

    boolean serverIsAway() {
        return skippedInARow >= SKIPPED_IN_A_ROW || skipped.size() >= SKIPPED_IN_ALL;
    }

    int addedSoFar() {
        return added;
    }

    int refusedSoFar() {
        return refused;
    }

    List<String> skippedSoFar() {
        return new ArrayList<>(skipped);
    }

    int skippedCount() {
        return skipped.size();
    }

    CatalogueResult result(int covers, CatalogueResult.@Nullable Position position) {
        return new CatalogueResult(covers, added, refused, skipped.size(), position);
    }
}
