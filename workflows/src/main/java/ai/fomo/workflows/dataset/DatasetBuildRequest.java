package ai.fomo.workflows.dataset;

import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.Subset;
import org.jspecify.annotations.Nullable;

/**
 * @param seed decides which group goes to which split
 * @param subset null where all of it is wanted
 * @param rareClasses null for {@link RareClassRule#standard()}
 */
public record DatasetBuildRequest(
        String source,
        long seed,
        @Nullable Subset subset,
        @Nullable RareClassRule rareClasses) {
    /** All of the source, by the standard rules. */
    public DatasetBuildRequest(String source, long seed) {
        this(source, seed, null, null);
    }
}
