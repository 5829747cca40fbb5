package ai.fomo.domain.evaluation;

import java.util.Locale;

/** Some of the items, by what they have in common. */
public record Slice(Kind kind, String name) {
    /** What the items of a slice share. */
    public enum Kind {
        /** A true class. */
        GENRE,
        /** How many true classes they have: {@code 0}, {@code 1}, {@code 2}, {@code 3 or more}. */
        LABELS,
        /** The dataset's name. */
        SOURCE,
        /** How their labels came about: {@code file}, {@code artist}, {@code query}. An item can be in several. */
        LABEL_KIND,
        /** {@code covers} or {@code posters}: the shift from what is trained on to what is asked. */
        MEDIUM;

        /** As files and tables write it: {@code label-kind}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
