package ai.fomo.workflows.retrain;

import java.time.Duration;

/** Who says yes to a model that has passed the gate. */
public sealed interface Approval {
    /** Nobody: passing the gate is enough. */
    record Automatic() implements Approval {}

    /** A person, through the Update {@code decide}; silence until the time limit is a no. */
    record ByPerson(Duration timeLimit) implements Approval {}
}
