package ai.fomo.domain.evaluation;

import java.util.Locale;

/**
 * The served answer has to be worth more than naming the most frequent classes every time. Macro F1 decides: it asks for
 * every class alike, which a constant cannot answer, while a useful model may well fall behind on measures that frequent
 * classes dominate.
 */
public record BeatsConstant() implements GateRule {
    @Override
    public String name() {
        return "beats-constant";
    }

    @Override
    public String text() {
        return name() + " macroF1";
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        Figure macroF1 = evaluation.figures().macroF1();
        return new RuleVerdict(
                name(),
                macroF1.value() > macroF1.constant(),
                String.format(
                        Locale.ROOT,
                        "Macro F1 of the served answer is %.3f and has to exceed %.3f, that of the %.1f most frequent"
                                + " classes for every item.",
                        macroF1.value(),
                        macroF1.constant(),
                        evaluation.genresPerItem()));
    }
}
