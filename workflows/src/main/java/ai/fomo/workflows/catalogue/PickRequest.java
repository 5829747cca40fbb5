package ai.fomo.workflows.catalogue;

import java.util.List;

/**
 * @param genre whose search found the albums, or their artists
 * @param classes that covers are still wanted of: an album of none of them is not picked
 * @param most how many at once
 */
public record PickRequest(String source, String genre, List<String> classes, int most) {
    public PickRequest {
        classes = List.copyOf(classes);
    }
}
