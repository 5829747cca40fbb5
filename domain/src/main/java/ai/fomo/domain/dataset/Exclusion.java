package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.Locale;

/**
 * An image of the source that is not in the dataset.
 *
 * @param detail why, in a few words without a full stop
 */
public record Exclusion(Sha256 image, Reason reason, String detail) {
    /** Why, for counting. */
    public enum Reason {
        /** No label leads to a class. */
        NO_CLASS,
        /** Its copies have no class in common. */
        CONTRADICTORY_LABELS,
        /** Another image of the dataset shows the same picture. */
        COPY,
        /** A plain image in several groups says nothing of any of them. */
        PLAIN_IN_GROUPS,
        /** It, its copies and their groups belong to several splits. */
        BRIDGES_SPLITS,
        /** The source gives it several splits. */
        GIVEN_SPLITS,
        /** All its classes have too few examples, and such classes were to be dropped. */
        RARE_CLASSES;

        /** As files and tables write it: {@code contradictory-labels}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException where {@code label} is none */
        public static Reason ofLabel(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
