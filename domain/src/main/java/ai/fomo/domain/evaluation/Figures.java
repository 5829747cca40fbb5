package ai.fomo.domain.evaluation;

/**
 * The measures of one model on one set of items, all in [0, 1].
 *
 * @param mAP mean over classes of average precision, beside mean prevalence
 * @param macroAuc mean over classes of the area under the ROC curve, beside 0.5
 * @param macroF1 mean over classes of F1 of the served answer
 * @param microF1 F1 of all served (item, class) pairs
 * @param samplePrecision mean over items of the share of served classes that are true
 * @param sampleRecall mean over items of the share of true classes that are served
 * @param atLeastOne share of items with a true class among the served
 * @param top1 share of items whose most probable class is true, beside the most frequent class
 * @param top2 share of items with a true class among the two most probable, beside the two most frequent
 */
public record Figures(
        Figure mAP,
        Figure macroAuc,
        Figure macroF1,
        Figure microF1,
        Figure samplePrecision,
        Figure sampleRecall,
        Figure atLeastOne,
        Figure top1,
        Figure top2) {}
