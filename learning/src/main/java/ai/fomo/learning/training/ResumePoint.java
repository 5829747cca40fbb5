package ai.fomo.learning.training;

import ai.fomo.domain.training.BestEpoch;
import ai.fomo.domain.training.Position;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a snapshot came to, to go on from.
 *
 * @param weights file that {@link Snapshot#weights} wrote
 * @param optimiser file that {@link Snapshot#optimiser} wrote
 */
public record ResumePoint(Position position, double lossSum, Optional<BestEpoch> best, Path weights, Path optimiser) {}
