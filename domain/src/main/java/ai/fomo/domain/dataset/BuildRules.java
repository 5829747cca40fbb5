package ai.fomo.domain.dataset;

/**
 * How a dataset is made from covers.
 *
 * @param seed of the split; datasets of different seeds test what the other trained on, so compare models within one
 */
public record BuildRules(SplitShares shares, long seed, RareClassRule rareClasses) {
    public static BuildRules standard() {
        return new BuildRules(SplitShares.standard(), 0, RareClassRule.standard());
    }
}
