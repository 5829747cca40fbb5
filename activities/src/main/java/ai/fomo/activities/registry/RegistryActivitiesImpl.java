package ai.fomo.activities.registry;

import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.storage.registry.DecidedPromotion;
import ai.fomo.storage.registry.PromotionCommand;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.storage.training.CheckpointBlobs;
import ai.fomo.storage.training.RunStore;
import ai.fomo.workflows.registry.DecidedPromotionRequest;
import ai.fomo.workflows.registry.PromotionRequest;
import ai.fomo.workflows.registry.RegistryActivities;
import ai.fomo.workflows.registry.RollbackRequest;
import ai.fomo.workflows.registry.RunFinish;
import ai.fomo.workflows.registry.RunStart;

/** {@inheritDoc} */
public final class RegistryActivitiesImpl implements RegistryActivities {
    private final PromotionStore promotions;
    private final RunStore runs;
    private final CheckpointBlobs checkpoints;

    public RegistryActivitiesImpl(PromotionStore promotions, RunStore runs, CheckpointBlobs checkpoints) {
        this.promotions = promotions;
        this.runs = runs;
        this.checkpoints = checkpoints;
    }

    @Override
    public PromotionOutcome promote(PromotionRequest request) {
        return promotions.promote(new PromotionCommand(
                request.run().value(),
                request.firstExecution(),
                request.model(),
                request.expectedChampion(),
                request.by(),
                request.reason()));
    }

    @Override
    public PromotionOutcome promoteDecided(DecidedPromotionRequest request) {
        return promotions.promote(new DecidedPromotion(
                request.workflow(), request.firstExecution(), request.version(), request.by(), request.reason()));
    }

    @Override
    public PromotionOutcome rollback(RollbackRequest request) {
        return promotions.rollback(request.workflow(), request.firstExecution(), request.by(), request.reason());
    }

    @Override
    public void startRun(RunStart start) {
        runs.start(start.run(), start.firstExecution(), start.dataset(), start.configuration());
    }

    @Override
    public void finishRun(RunFinish finish) {
        runs.finish(finish.run(), finish.outcome(), finish.explanation());
        if (!finish.mayGoOn()) {
            // Its model has a file of its own.
            checkpoints.retain(finish.run(), 0);
        }
    }
}
