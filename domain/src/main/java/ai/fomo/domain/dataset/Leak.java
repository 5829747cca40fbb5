package ai.fomo.domain.dataset;

import java.util.Locale;

/**
 * Something that would be, or is, on both sides of a split.
 *
 * @param subject the digest of an image, or the name of a group
 * @param detail what it is shared with, in a few words without a full stop
 * @param resolved whether the dataset is free of it; a leak that the source's own splits make is kept and reported
 */
public record Leak(Kind kind, String subject, String detail, boolean resolved) {
    /** What is shared. */
    public enum Kind {
        /** The same bytes under several names. */
        COPY,
        /** The same picture in other bytes: scaled, recompressed, mirrored. */
        NEAR_COPY,
        /** Images of one group. */
        GROUP,
        /** An image of validation or test that an earlier dataset had in training. */
        SEEN_BEFORE;

        /** As files and tables write it: {@code near-copy}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException where {@code label} is none */
        public static Kind ofLabel(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
