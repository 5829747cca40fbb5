package ai.fomo.storage.poster;

import ai.fomo.domain.poster.Classification;
import java.time.Instant;

/** A classification, and when it was made. */
public record RecordedClassification(Classification classification, Instant classifiedAt) {}
