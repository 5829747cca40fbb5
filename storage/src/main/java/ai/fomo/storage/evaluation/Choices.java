package ai.fomo.storage.evaluation;

import ai.fomo.domain.genre.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What there is, for a person who wrote something that there is not. */
final class Choices {
    /** As many slips of the finger as still tell which word was meant. */
    private static final int SLIPS = 3;

    private Choices() {}

    /** {@code a, b and c}. */
    static String of(Collection<String> names) {
        String list = String.join(", ", names);
        int last = list.lastIndexOf(", ");
        return last < 0 ? list : list.substring(0, last) + " and " + list.substring(last + 2);
    }

    /** What is likely meant, and all that there is. */
    static String instead(String written, Collection<String> names) {
        if (names.isEmpty()) {
            return "there is none";
        }
        return names.stream()
                .filter(name -> distance(written, name) <= SLIPS)
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .map(name -> "did you mean '" + name + "'; there are " + of(names))
                .orElse("there are " + of(names));
    }

    private static int distance(String a, String b) {
        return EditDistance.between(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }
}
