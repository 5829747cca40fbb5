package ai.fomo.domain.dataset;

import java.util.List;

/**
 * What became of the covers of a source: each of its images is either an item or an exclusion.
 *
 * @param exclusions sorted by image
 */
public record DatasetBuild(DatasetManifest manifest, List<Exclusion> exclusions) {
    public DatasetBuild {
        exclusions = List.copyOf(exclusions);
    }
}
