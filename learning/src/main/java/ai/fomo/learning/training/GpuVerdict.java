package ai.fomo.learning.training;

/**
 * Whether there is a GPU that ND4J's build for CUDA runs on.
 *
 * @param suitable whether there is
 * @param sentence which GPU, or why none; without a full stop
 */
public record GpuVerdict(boolean suitable, String sentence) {}
