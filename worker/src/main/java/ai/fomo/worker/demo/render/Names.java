package ai.fomo.worker.demo.render;

import java.util.List;
import java.util.Random;

/** Invents names. Any likeness to a real artist is an accident. */
public final class Names {
    private static final List<String> ADJECTIVES = List.of(
            "Silent",
            "Golden",
            "Broken",
            "Electric",
            "Distant",
            "Hidden",
            "Little",
            "Crystal",
            "Wandering",
            "Paper",
            "Second",
            "Southern");
    private static final List<String> NOUNS = List.of(
            "Parade",
            "Mirrors",
            "Echoes",
            "Harbour",
            "Foxes",
            "Satellites",
            "Company",
            "Letters",
            "Garden",
            "Machine",
            "Season",
            "Strangers");
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Milo", "Nadia", "Otis", "Lena", "Rafa", "June", "Theo", "Ines", "Cleo", "Marlon", "Sofia", "Hugo",
            "Vera");

    private Names() {}

    /** @param genre whose words the name is made of */
    public static String artist(String genre, Random random) {
        String word = any(Styles.of(genre).words(), random);
        return switch (random.nextInt(5)) {
            case 0 -> "The " + word + " " + any(NOUNS, random);
            case 1 -> any(ADJECTIVES, random) + " " + word;
            case 2 -> any(FIRST_NAMES, random) + " " + word;
            case 3 -> word + " " + any(NOUNS, random);
            default -> word + " and " + any(FIRST_NAMES, random);
        };
    }

    public static String title(String genre, Random random) {
        String word = any(Styles.of(genre).words(), random);
        return switch (random.nextInt(4)) {
            case 0 -> any(ADJECTIVES, random) + " " + any(NOUNS, random);
            case 1 -> word;
            case 2 -> word + " No. " + (1 + random.nextInt(9));
            default -> any(NOUNS, random) + " of the " + word;
        };
    }

    static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
