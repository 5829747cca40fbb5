package ai.fomo.domain.dataset;

/** Shares of the items that validation and test should get, each in (0, 1); training gets the rest. */
public record SplitShares(double validation, double test) {
    public SplitShares {
        if (!(validation > 0 && test > 0 && validation + test < 1)) {
            throw new IllegalArgumentException(
                    "shares of validation and test are above 0 and leave something to training," + " were " + validation
                            + " and " + test);
        }
    }

    /** 10 % each. */
    public static SplitShares standard() {
        return new SplitShares(0.1, 0.1);
    }

    public double train() {
        return 1 - validation - test;
    }

    public double of(Split split) {
        return switch (split) {
            case TRAIN -> train();
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
