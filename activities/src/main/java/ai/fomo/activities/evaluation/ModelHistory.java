package ai.fomo.activities.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.registry.PromotionRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a model, seen from one of its evaluations. It attributes promotions as the registry allows them. */
final class ModelHistory {
    private final int model;
    private final Sha256 report;
    private final @Nullable Integer championThen;
    /** In the order of the decisions. */
    private final List<Decided> decided;
    /** The latest first. */
    private final List<PromotionRow> changes;

    private record Decided(Sha256 report, @Nullable Integer champion, GateDecision gate, Instant at) {}

    /**
     * @param report the evaluation; one of {@code judgements}
     * @param judgements of the model, in the order in which they were recorded
     * @param changes of champion, of any model, the latest first
     */
    ModelHistory(Sha256 report, List<ModelJudgement> judgements, List<PromotionRow> changes) {
        ModelJudgement judgement = judgements.stream()
                .filter(other -> other.evaluation().report().equals(report))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no evaluation " + report.abbreviated()));
        this.model = judgement.model();
        this.report = report;
        this.championThen = judgement.evaluation().champion();
        this.decided = judgements.stream()
                .flatMap(other -> decided(other).stream())
                .sorted(Comparator.comparing(Decided::at))
                .toList();
        this.changes = List.copyOf(changes);
    }

    private static Optional<Decided> decided(ModelJudgement judgement) {
        GateDecision gate = judgement.gate();
        Instant at = judgement.decidedAt();
        return gate == null || at == null
                ? Optional.empty()
                : Optional.of(new Decided(
                        judgement.evaluation().report(), judgement.evaluation().champion(), gate, at));
    }

    int model() {
        return model;
    }

    /** The last one on the evaluation: it is the one that counts. Null where the gate was not asked. */
    @Nullable
    GateDecision decision() {
        return own().map(Decided::gate).orElse(null);
    }

    /** Whether the last decision fell before then; true where {@code then} is null, which has not come. */
    boolean decidedBefore(@Nullable Instant then) {
        return then == null || own().filter(last -> !last.at().isAfter(then)).isPresent();
    }

    /** Whether the gate decided on another evaluation of the model after this one, and before then, as above. */
    boolean judgedAgainBefore(@Nullable Instant then) {
        Instant since = own().map(Decided::at).orElse(Instant.MAX);
        return decided.stream()
                .filter(other -> !other.report().equals(report) && other.at().isAfter(since))
                .anyMatch(other -> then == null || !other.at().isAfter(then));
    }

    /** The latest promotion that was decided on this evaluation. */
    Optional<PromotionRow> promotion() {
        return changes.stream()
                .filter(change -> change.model() == model && change.kind() == PromotionRow.Kind.PROMOTION)
                .filter(change -> last(change.previous(), change.promotedAt()))
                .findFirst();
    }

    /** Whether this evaluation is the one that a promotion now would rest on. */
    boolean counts() {
        return last(champion(), Instant.MAX);
    }

    boolean judgedAsChampion() {
        return championThen != null && championThen == model;
    }

    boolean inUse() {
        Integer champion = champion();
        return champion != null && champion == model;
    }

    /** The latest by which the model became the champion. */
    Optional<PromotionRow> lastChange() {
        return changes.stream().filter(change -> change.model() == model).findFirst();
    }

    static String said(PromotionRow change) {
        return "by " + change.by() + ", as " + change.kind().name().toLowerCase(Locale.ROOT) + " " + change.number()
                + " in the history: " + change.reason();
    }

    /** Of several decisions against one champion the last counts, as in a promotion. */
    private boolean last(@Nullable Integer champion, Instant until) {
        return decided.stream()
                .filter(other -> Objects.equals(other.champion(), champion)
                        && !other.at().isAfter(until))
                .reduce((earlier, later) -> later)
                .filter(last -> last.report().equals(report))
                .isPresent();
    }

    private Optional<Decided> own() {
        return decided.stream().filter(other -> other.report().equals(report)).reduce((earlier, later) -> later);
    }

    private @Nullable Integer champion() {
        return changes.isEmpty() ? null : Integer.valueOf(changes.get(0).model());
    }
}
