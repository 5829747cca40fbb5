package ai.fomo.domain.poster;

import java.util.List;

/** What a classification rests on. */
public record Evidence(boolean image, boolean posterText, boolean description, boolean tags, List<String> artists) {
    public Evidence {
        artists = List.copyOf(artists);
    }

    /** The image and nothing else. */
    public static Evidence imageOnly() {
        return new Evidence(true, false, false, false, List.of());
    }
}
