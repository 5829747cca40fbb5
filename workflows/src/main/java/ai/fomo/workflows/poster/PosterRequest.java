package ai.fomo.workflows.poster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A poster with what its event says of itself. */
public record PosterRequest(
        PosterReference poster,
        @Nullable String title,
        @Nullable String description,
        @Nullable List<String> tags,
        @Nullable String model) {}
