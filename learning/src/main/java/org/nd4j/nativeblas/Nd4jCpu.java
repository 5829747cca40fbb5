package org.nd4j.nativeblas;

/**
 * Where Deeplearning4j 1.0.0-M2.1 looks for ND4J's settings of the CPU: by reflection, and by the name that the class had before it
 * moved to {@code org.nd4j.linalg.cpu.nativecpu.bindings}. Without it {@code BaseMKLDNNHelper} takes every native library for one
 * without oneDNN, says nothing, and convolutions run several times slower.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** What the helper asks for, no more; public, because reflection from another package has to reach it. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        public static Environment getInstance() {
            return INSTANCE;
        }

        /** oneDNN's name has changed, too: it was MKL-DNN. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance()
                    .isUseONEDNN();
        }
    }
}
