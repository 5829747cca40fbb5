package ai.fomo.workflows.poster;

import ai.fomo.domain.poster.Classification;

/** A poster's genres, recorded. */
public record PosterResult(Classification classification) {}
