package ai.fomo.systemtests.harness;

/** When in an attempt at a training its worker is killed. */
public sealed interface Kill {
    /**
     * Where S3 is in the middle of something.
     *
     * @param number of the attempt's request of that kind, counted from 1
     */
    record At(Moment moment, int number) implements Kill {}

    /**
     * The same behind the last epoch: it is recorded, and the training has nothing left to do but to keep its last checkpoint
     * and to say so.
     */
    record AtTheEnd(Moment moment, int number) implements Kill {}

    /**
     * While S3 has nothing to do: the training is in a step, or in a validation.
     *
     * @param checkpoints that the attempt has written before, at least
     * @param delay in milliseconds, after the last one of them
     */
    record InAStep(int checkpoints, int delay) implements Kill {}
}
