package ai.fomo.learning.training;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What trainings run on. Everything that trains starts it first. */
public final class Backend {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    /** Set by the launcher: whose kernels OpenBLAS was told to use, on which the last digits depend. */
    private static final String BLAS_CORE = "fomo.blas.core";

    private static @Nullable BackendInfo started;

    private Backend() {}

    /**
     * Has to come before any layer is made. Loads the natives, which takes seconds, and the first time on a machine longer: they
     * are unpacked. Called again, it answers what it has found.
     *
     * @throws UnsupportedDeviceException if there is no such device, before anything is loaded
     * @throws IllegalStateException if the process runs on the other device already: ND4J chooses once
     */
    public static synchronized BackendInfo start(Device device) {
        boolean gpu = trainsOnGpu(device);
        if (started == null) {
            if (gpu) {
                GpuPreflight.require(GpuPreflight.inspect());
            } else {
                CudaBuild.hide();
                OneDnnHelper.allow();
            }
            started = describe();
            warn(started);
        }
        if (gpu && !started.runsOnGpu()) {
            // ND4J goes to the CPU where it fails to load CUDA, and says so in its log alone.
            throw new UnsupportedDeviceException(
                    "ND4J has not loaded its CUDA libraries, and the log says why: install CUDA 11.6"
                            + " or build with -Pcuda,cuda-redist, which brings it along, or train on the CPU with FOMO_DEVICE=cpu.");
        }
        if (!gpu && started.runsOnGpu()) {
            throw new IllegalStateException("ND4J runs on the GPU in this process already, and cannot go to the CPU");
        }
        return started;
    }

    /**
     * Whether trainings of this build go to the GPU; whether there is one is not looked at.
     *
     * @throws UnsupportedDeviceException if the GPU is asked for, but this build is none for CUDA
     */
    public static boolean trainsOnGpu(Device device) {
        return trainsOnGpu(device, CudaBuild.isThere());
    }

    static boolean trainsOnGpu(Device device, boolean cudaBuild) {
        return switch (device) {
            case AUTO -> cudaBuild;
            case CPU -> false;
            case GPU -> {
                if (!cudaBuild) {
                    throw new UnsupportedDeviceException(
                            "FOMO_DEVICE is gpu, but this build has only the CPU's backend:"
                                    + " build it with -Pcuda, or set FOMO_DEVICE to cpu.");
                }
                yield true;
            }
        };
    }

    private static void warn(BackendInfo info) {
        if (!info.runsOnGpu() && !info.oneDnnHelperActive()) {
            LOG.warn("Training layers of images will be several times slower: {}.", info.oneDnnHelper());
        }
    }

    private static BackendInfo describe() {
        Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
        Nd4jBackend backend = Nd4j.getBackend();
        String name = backend.getClass().getName();
        String obstacle = OneDnnHelper.obstacle(backend);
        return new BackendInfo(
                name,
                Natives.version(),
                BackendInfo.isCuda(name) ? Natives.ofCuda() : Natives.ofCpu(),
                Nd4j.getEnvironment().maxThreads(),
                (environment.get("blas.vendor") + " " + System.getProperty(BLAS_CORE, "")).strip(),
                obstacle.isEmpty(),
                obstacle.isEmpty() ? "DL4J runs convolutions through oneDNN" : obstacle,
                cpuFeatures(Natives.ofCpu()));
    }

    private static String cpuFeatures(String classifier) {
        if (classifier.endsWith("-avx512")) {
            return "AVX-512";
        }
        return classifier.endsWith("-avx2") ? "AVX2" : "baseline";
    }
}
