package ai.fomo.domain.dataset;

/**
 * How a dataset is made from covers.
 *
 * @param seed of the split; datasets of different seeds test what the other trained on, so compare models within one
 */
public record BuildRules(SplitShares shares, long seed, RareClassRule rareClasses) {
    /** The seed of every dataset whose models are to be compared, whatever seed these are trained with. */
    public static final long COMMON_SEED = 0;
}
