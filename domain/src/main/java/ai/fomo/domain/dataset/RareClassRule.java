package ai.fomo.domain.dataset;

/**
 * What happens to classes with too few examples for a test that means anything.
 *
 * @param minimumExamples images that a class needs in all splits together; it also needs one in each split
 */
public record RareClassRule(Treatment treatment, int minimumExamples) {
    /** Below so many test images a class is named in every report, but trained. */
    public static final int FEW_TEST_EXAMPLES = 10;

    public static final int DEFAULT_MINIMUM = 10;

    /** What is done about a class below the floor. */
    public enum Treatment {
        /** The dataset is refused. */
        REFUSE,
        /** The class is taken out, and images that have no other class with it. */
        DROP,
        /** It is trained all the same. */
        KEEP
    }

    public RareClassRule {
        if (minimumExamples < 0) {
            throw new IllegalArgumentException("a class needs at least 0 examples, was " + minimumExamples);
        }
    }

    public static RareClassRule standard() {
        return new RareClassRule(Treatment.REFUSE, DEFAULT_MINIMUM);
    }
}
