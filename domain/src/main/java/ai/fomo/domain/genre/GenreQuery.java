package ai.fomo.domain.genre;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an outside catalogue is asked for to get covers of a class: the class in words, {@code hip hop} for {@code HipHop}. */
public final class GenreQuery {
    private GenreQuery() {}

    public static String of(String className) {
        return className.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** The class that a person means, however the name is written; empty where it is none of these. */
    public static Optional<String> classMeant(String text, List<String> classes) {
        String key = LabelKey.of(text);
        return classes.stream().filter(name -> LabelKey.of(name).equals(key)).findFirst();
    }
}
