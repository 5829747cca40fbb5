package ai.fomo.learning.training;

/** What trainings are to run on. */
public enum Device {
    /** The GPU where the build is one for CUDA, and then no other; else the CPU. */
    AUTO,
    CPU,
    GPU
}
