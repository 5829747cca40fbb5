package ai.fomo.worker.view;

import ai.fomo.worker.dataset.ImportReport;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of an import.
 *
 * @param report its fields stand beside the others
 * @param dataset that was built; null where that was refused
 * @param notBuilt why it was, in one sentence; null where it was not
 */
public record ImportDocument(
        @JsonUnwrapped ImportReport report,
        @Nullable DatasetDocument dataset,
        @Nullable String notBuilt) {}
