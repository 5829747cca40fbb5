package ai.fomo.learning.training;

import java.util.List;

/** What a machine's NVIDIA driver says of its GPUs. */
sealed interface DriverAnswer {
    record NoDriver() implements DriverAnswer {}

    /** @param why there is a driver but no answer, as the end of a sentence: "nvidia-smi has failed" */
    record Failure(String why) implements DriverAnswer {}

    /** @param lines one a GPU, in the form of {@link Gpu#parse} */
    record Gpus(List<String> lines) implements DriverAnswer {}
}
