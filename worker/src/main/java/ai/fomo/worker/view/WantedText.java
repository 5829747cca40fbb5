package ai.fomo.worker.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a sync asks for. A number of 0 means all that there is. */
public final class WantedText {
    private WantedText() {}

    /** @param genres null for all of the map, however many those are by then */
    public static String of(int coversPerGenre, @Nullable List<String> genres) {
        if (genres == null) {
            return coversPerGenre == 0 ? "all covers that there are" : number(coversPerGenre) + "each genre";
        }
        if (genres.size() == 1) {
            return coversPerGenre == 0
                    ? "all covers of " + genres.get(0)
                    : Numbers.count(coversPerGenre) + " covers of " + genres.get(0);
        }
        return ofEach(coversPerGenre, genres.size()) + " (" + String.join(", ", genres) + ")";
    }

    /** @param genres of the map */
    public static String ofAll(int coversPerGenre, int genres) {
        return coversPerGenre == 0
                ? "all covers that there are, of " + genres + " genres"
                : ofEach(coversPerGenre, genres);
    }

    private static String ofEach(int coversPerGenre, int genres) {
        return (coversPerGenre == 0 ? "all covers of " : number(coversPerGenre) + "each of ") + genres + " genres";
    }

    private static String number(int coversPerGenre) {
        return Numbers.count(coversPerGenre) + " covers of ";
    }
}
