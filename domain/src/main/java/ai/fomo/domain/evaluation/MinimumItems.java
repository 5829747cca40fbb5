package ai.fomo.domain.evaluation;

/** Judged on fewer items, figures are noise. */
public record MinimumItems(int items) implements GateRule {
    @Override
    public String name() {
        return "minimum-items";
    }

    @Override
    public String text() {
        return name() + " items=" + items;
    }

    @Override
    public RuleVerdict judge(Evaluation evaluation) {
        boolean passed = evaluation.items() >= items;
        return new RuleVerdict(
                name(),
                passed,
                "The model was judged on " + evaluation.items() + " test items; at least " + items + " are needed.");
    }
}
