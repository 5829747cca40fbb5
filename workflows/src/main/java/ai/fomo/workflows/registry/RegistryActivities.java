package ai.fomo.workflows.registry;

import ai.fomo.domain.registry.PromotionOutcome;
import io.temporal.activity.ActivityInterface;

/** The registry of models. */
@ActivityInterface
public interface RegistryActivities {
    /** Makes a model the champion in one transaction, if the champion is still the one it was judged against. */
    PromotionOutcome promote(PromotionRequest request);

    /** Makes a model the champion in one transaction, if the gate has let it pass against the champion there is. */
    PromotionOutcome promoteDecided(DecidedPromotionRequest request);

    /** Makes the champion before this one the champion again; recorded like any promotion. */
    PromotionOutcome rollback(RollbackRequest request);

    /** Opens the run's row. */
    void startRun(RunStart start);

    /** Closes the run's row with its outcome. */
    void finishRun(RunFinish finish);
}
