package ai.fomo.workflows.poster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What any team's workflow sends. Changes are additive only.
 *
 * @param model {@code champion}, which is also what null means, or a version
 */
public record ClassifyPosterRequest(
        PosterReference poster,
        @Nullable String title,
        @Nullable String description,
        @Nullable List<String> tags,
        @Nullable String model) {}
