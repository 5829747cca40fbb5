package ai.fomo.domain.catalogue;

import java.util.List;

/**
 * An artist as an outside source names them; posters carry such names.
 *
 * @param id the source's own, unique within it
 * @param genres as the source wrote them; empty where it says none
 */
public record Artist(String id, String name, List<String> genres) {
    public Artist {
        genres = List.copyOf(genres);
    }
}
