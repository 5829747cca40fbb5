package ai.fomo.domain.evaluation;

import java.util.Locale;

/**
 * The scores have to rank right answers above wrong ones, clearly: average precision above mean prevalence, and AUC above
 * 0.5 by more than luck on so few items would explain. What constants and shuffled scores reach is refused.
 *
 * @param lift least gain of mAP over its prior
 * @param relativeLift the same as a share of the prior; the larger of the two counts
 * @param aucLift least gain of AUC over 0.5
 * @param standardErrors the same in standard errors of an uninformative model's AUC; the larger of the two counts
 */
public record RankingLift(double lift, double relativeLift, double aucLift, double standardErrors) implements GateRule {
    @Override
    public String name() {
        return "ranking-lift";
    }

    @Override
    public String text() {
        return name() + " lift=" + lift + " relativeLift=" + relativeLift + " aucLift=" + aucLift + " standardErrors="
                + standardErrors;
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        Figure mAP = evaluation.figures().mAP();
        Figure auc = evaluation.figures().macroAuc();
        double wantedMAP = mAP.constant() + Math.max(lift, relativeLift * mAP.constant());
        double wantedAuc = auc.constant() + Math.max(aucLift, standardErrors * standardError(evaluation));
        boolean passed = mAP.value() >= wantedMAP && auc.value() >= wantedAuc;
        return new RuleVerdict(
                name(),
                passed,
                String.format(
                        Locale.ROOT,
                        "mAP is %.3f and has to reach %.3f (mean prevalence %.3f); macro AUC is %.3f and has to reach %.3f.",
                        mAP.value(),
                        wantedMAP,
                        mAP.constant(),
                        auc.value(),
                        wantedAuc));
    }

    /** Of the mean of AUC over classes where scores say nothing (Mann-Whitney's variance), classes taken as independent. */
    private static double standardError(Evaluation evaluation) {
        double variances = 0;
        int classes = 0;
        for (GenreFigures genre : evaluation.genres()) {
            double positives = genre.support();
            double negatives = evaluation.items() - positives;
            if (genre.auc() != null) {
                variances += (positives + negatives + 1) / (12 * positives * negatives);
                classes++;
            }
        }
        return classes == 0 ? 0 : Math.sqrt(variances) / classes;
    }
}
