package ai.fomo.worker.view;

import ai.fomo.storage.catalogue.CatalogueStatus;
import ai.fomo.worker.platform.DailySync;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a catalogue's status.
 *
 * @param status its fields stand beside the other
 * @param schedule null where it is not synced by itself
 */
public record CatalogueDocument(
        @JsonUnwrapped CatalogueStatus status, @Nullable DailySync schedule) {}
