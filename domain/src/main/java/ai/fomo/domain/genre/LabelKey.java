package ai.fomo.domain.genre;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a label is compared by: {@code hip hop}, {@code Hip-Hop} and {@code HIPHOP} have the same key. */
final class LabelKey {
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&+#]+");

    private LabelKey() {}

    /** Letters and digits in lower case, without accents; the signs of {@code r&b} stay. Never empty. */
    static String of(String label) {
        String decomposed = Normalizer.normalize(label, Normalizer.Form.NFKD);
        String letters = ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        String key = NOISE.matcher(Normalizer.normalize(letters, Normalizer.Form.NFC))
                .replaceAll("");
        return key.isEmpty() ? label.strip() : key;
    }
}
