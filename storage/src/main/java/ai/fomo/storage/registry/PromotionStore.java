package ai.fomo.storage.registry;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.GateDecision;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.storage.WorkflowNumbers;
import ai.fomo.storage.evaluation.ModelJudgement;
import ai.fomo.storage.evaluation.ModelJudgements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The changes of champion, in one line: each happens in a transaction, under the registry's lock. */
public final class PromotionStore {
    private final Jdbi jdbi;

    public PromotionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** For the id of the next promotion by hand; given once, whether or not it is used. */
    public int nextPromotionNumber() {
        return WorkflowNumbers.next(jdbi, "promote");
    }

    /** For the id of the next rollback; given once, whether or not it is used. */
    public int nextRollbackNumber() {
        return WorkflowNumbers.next(jdbi, "rollback");
    }

    /**
     * Makes a model the champion if the champion is the expected one. An execution that changed the champion before gets
     * what it got then; one that was superseded may try again with another expectation.
     *
     * @throws IllegalArgumentException where the model is not registered
     */
    public PromotionOutcome promote(PromotionCommand command) {
        return jdbi.inTransaction(handle -> {
            RegistryLock.take(handle);
            Optional<PromotionOutcome.Promoted> recorded = recorded(handle, command.firstExecution());
            if (recorded.isPresent()) {
                return recorded.get();
            }
            requireRegistered(handle, command.model());
            ModelVersion champion = Aliases.find(handle, Alias.CHAMPION).orElse(null);
            if (!Objects.equals(champion, command.expectedChampion())) {
                return new PromotionOutcome.Superseded(champion);
            }
            return insert(
                    handle,
                    PromotionRow.Kind.PROMOTION,
                    command.workflowId(),
                    command.firstExecution(),
                    command.model(),
                    champion,
                    command.by(),
                    command.reason());
        });
    }

    /**
     * Makes a model the champion if the gate has let it pass against the champion there is: a decision holds against one
     * champion only. An execution that changed the champion before gets what it got then.
     *
     * @return superseded where the gate let it pass against another champion
     * @throws UnknownModelException where there is no such version
     * @throws PromotionRefusedException where the gate has not decided or has refused it, or where it is the champion
     */
    public PromotionOutcome promote(DecidedPromotion promotion) {
        return jdbi.inTransaction(handle -> {
            RegistryLock.take(handle);
            Optional<PromotionOutcome.Promoted> recorded = recorded(handle, promotion.firstExecution());
            if (recorded.isPresent()) {
                return recorded.get();
            }
            ModelVersion model = ModelStore.require(handle, new ModelName.Version(promotion.model()))
                    .version();
            ModelVersion champion = Aliases.find(handle, Alias.CHAMPION).orElse(null);
            if (!passedAgainst(champion, model.version(), ModelJudgements.decided(handle, model.version()))) {
                return new PromotionOutcome.Superseded(champion);
            }
            if (model.equals(champion)) {
                throw PromotionRefusedException.isChampion(model.version());
            }
            return insert(
                    handle,
                    PromotionRow.Kind.PROMOTION,
                    promotion.workflowId(),
                    promotion.firstExecution(),
                    model,
                    champion,
                    promotion.by(),
                    promotion.reason());
        });
    }

    /**
     * Of several decisions against one champion the last counts. Those against others count only where there is none: an
     * earlier champion may be the champion again, and equal judgements are recorded once.
     *
     * @return false where the gate let it pass against another champion
     */
    private static boolean passedAgainst(@Nullable ModelVersion champion, int model, List<ModelJudgement> decided) {
        Integer version = champion == null ? null : Integer.valueOf(champion.version());
        GateDecision last = null;
        GateDecision lastAgainst = null;
        for (ModelJudgement judgement : decided) {
            last = judgement.gate();
            lastAgainst = Objects.equals(judgement.evaluation().champion(), version) ? last : lastAgainst;
        }
        GateDecision decision = lastAgainst == null ? last : lastAgainst;
        if (decision == null) {
            throw PromotionRefusedException.notDecided(model);
        }
        if (!decision.passed()) {
            throw PromotionRefusedException.refused(model, decision);
        }
        return lastAgainst != null;
    }

    /**
     * Makes the champion before this one the champion again; a second rollback goes one further back.
     *
     * @throws NothingToRollBackException where no other model was the champion before
     */
    public PromotionOutcome rollback(String workflowId, String firstExecution, String by, String reason) {
        return jdbi.inTransaction(handle -> {
            RegistryLock.take(handle);
            Optional<PromotionOutcome.Promoted> recorded = recorded(handle, firstExecution);
            if (recorded.isPresent()) {
                return recorded.get();
            }
            Optional<ModelVersion> champion = Aliases.find(handle, Alias.CHAMPION);
            ModelVersion before =
                    Aliases.find(handle, Alias.PREVIOUS).orElseThrow(() -> new NothingToRollBackException(champion));
            return insert(
                    handle,
                    PromotionRow.Kind.ROLLBACK,
                    workflowId,
                    firstExecution,
                    before,
                    champion.orElse(null),
                    by,
                    reason);
        });
    }

    /** The latest first. */
    public List<PromotionRow> history() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select number, kind, workflow, first_execution, model, previous, decided_by, reason, promoted_at
                        from promotion
                        order by number desc""").map(PromotionStore::row).list());
    }

    private static Optional<PromotionOutcome.Promoted> recorded(Handle handle, String firstExecution) {
        return handle.createQuery("""
                        select p.number, m.version, m.digest
                        from promotion p
                        join model m on m.version = p.model
                        where p.first_execution = :firstExecution""")
                .bind("firstExecution", firstExecution)
                .map((row, context) -> new PromotionOutcome.Promoted(
                        row.getInt("number"),
                        new ModelVersion(row.getInt("version"), new Sha256(row.getString("digest")))))
                .findOne();
    }

    private static void requireRegistered(Handle handle, ModelVersion model) {
        boolean registered = handle.createQuery(
                        "select exists (select 1 from model where version = :version and digest = :digest)")
                .bind("version", model.version())
                .bind("digest", model.digest())
                .mapTo(boolean.class)
                .one();
        if (!registered) {
            throw new IllegalArgumentException("there is no model " + model.version() + " with digest "
                    + model.digest().abbreviated() + "… in the registry; register it first");
        }
    }

    private static PromotionOutcome.Promoted insert(
            Handle handle,
            PromotionRow.Kind kind,
            String workflowId,
            String firstExecution,
            ModelVersion model,
            @Nullable ModelVersion previous,
            String by,
            String reason) {
        int number = handle.createQuery("""
                        insert into promotion (number, kind, workflow, first_execution, model, previous, decided_by, reason)
                        select coalesce(max(number), 0) + 1,
                               :kind, :workflow, :firstExecution, :model, :previous, :by, :reason
                        from promotion
                        returning number""")
                .bind("kind", kind.name())
                .bind("workflow", workflowId)
                .bind("firstExecution", firstExecution)
                .bind("model", model.version())
                .bind("previous", previous == null ? null : previous.version())
                .bind("by", by)
                .bind("reason", reason)
                .mapTo(int.class)
                .one();
        return new PromotionOutcome.Promoted(number, model);
    }

    private static PromotionRow row(ResultSet row, StatementContext context) throws SQLException {
        return new PromotionRow(
                row.getInt("number"),
                PromotionRow.Kind.valueOf(row.getString("kind")),
                row.getString("workflow"),
                row.getString("first_execution"),
                row.getInt("model"),
                row.getObject("previous", Integer.class),
                row.getString("decided_by"),
                row.getString("reason"),
                row.getTimestamp("promoted_at").toInstant());
    }
}
