package ai.fomo.learning.training;

/**
 * What trainings run on, as found in this process.
 *
 * @param backend class of the ND4J backend
 * @param version of ND4J
 * @param classifier of the natives, for example {@code linux-x86_64-onednn-avx2}
 * @param threads that one operation may use
 * @param blas vendor of the matrix products, and whose kernels it uses where the launcher has told it
 * @param oneDnnHelperActive whether DL4J runs convolutions through oneDNN; layers of heads have no use for it
 * @param oneDnnHelper why, in a sentence
 * @param cpuFeatures instruction set that the natives are compiled for
 */
public record BackendInfo(
        String backend,
        String version,
        String classifier,
        int threads,
        String blas,
        boolean oneDnnHelperActive,
        String oneDnnHelper,
        String cpuFeatures) {
    private static final String CUDA = "JCublasBackend";

    public boolean runsOnGpu() {
        return isCuda(backend);
    }

    static boolean isCuda(String backend) {
        return backend.endsWith(CUDA);
    }
}
