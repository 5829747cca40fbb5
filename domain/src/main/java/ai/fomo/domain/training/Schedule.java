package ai.fomo.domain.training;

/** How the learning rate moves. A function of the step alone, so that a resumed training goes on at the right one. */
public enum Schedule {
    CONSTANT {
        @Override
        public double at(double learningRate, int step, int steps) {
            return learningRate;
        }
    },
    /** Half a cosine from the learning rate down to a hundredth of it in the last step of the last epoch. */
    COSINE {
        @Override
        public double at(double learningRate, int step, int steps) {
            double share = steps <= 1 ? 0 : Math.min(1, (double) step / (steps - 1));
            // StrictMath: the same rate on every machine.
            return learningRate * (LOWEST + (1 - LOWEST) * (1 + StrictMath.cos(StrictMath.PI * share)) / 2);
        }
    };

    private static final double LOWEST = 0.01;

    /**
     * @param step of the whole training, counted from 0
     * @param steps that a training of all its epochs would have
     */
    public abstract double at(double learningRate, int step, int steps);
}
