package ai.fomo.learning.training;

import ai.fomo.domain.training.Schedule;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A schedule of ours in ND4J's terms.
 *
 * @param steps that a training of all its epochs has
 */
record StepSchedule(Schedule schedule, double learningRate, int steps) implements ISchedule {
    @Override
    public double valueAt(int iteration, int epoch) {
        return schedule.at(learningRate, iteration, steps);
    }

    @Override
    @SuppressWarnings("MissingSuperCall") // immutable: a clone is itself
    public ISchedule clone() {
        return this;
    }
}
