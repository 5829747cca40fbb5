package ai.fomo.domain.dataset;

/** How much of a dataset's training and validation images a subset keeps. Test images are always kept, all of them. */
public sealed interface SubsetSize {
    /** @param fraction in (0, 1] */
    record Fraction(double fraction) implements SubsetSize {
        public Fraction {
            if (!(fraction > 0 && fraction <= 1)) {
                throw new IllegalArgumentException(
                        "a subset is more than 0 % and at most 100 % of a dataset, was " + 100 * fraction + " %");
            }
        }
    }

    /** @param images of training and validation together, at least 1 */
    record Count(int images) implements SubsetSize {
        public Count {
            if (images < 1) {
                throw new IllegalArgumentException("a subset has at least 1 image, was " + images);
            }
        }
    }
}
