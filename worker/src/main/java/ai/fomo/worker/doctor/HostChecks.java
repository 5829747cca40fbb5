package ai.fomo.worker.doctor;

import ai.fomo.learning.training.Backend;
import ai.fomo.learning.training.BackendInfo;
import ai.fomo.learning.training.Device;
import ai.fomo.learning.training.GpuPreflight;
import ai.fomo.learning.training.GpuVerdict;
import ai.fomo.learning.training.UnsupportedDeviceException;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine: Java, the backend of learning, memory, disk. */
public final class HostChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;
    private static final long ENOUGH_MEMORY_GIBIBYTES = 4;
    private static final long LEAST_DISK_GIBIBYTES = 1;
    private static final long ENOUGH_DISK_GIBIBYTES = 5;

    private HostChecks() {}

    public static List<Check> all(Path home, Device device) {
        return List.of(java(), gpu(device), backend(device), memory(), disk(home));
    }

    private static Check java() {
        String found = System.getProperty("java.vendor") + " " + Runtime.version();
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Check.ok("Java", found)
                : Check.fault("Java", found, "Install a JDK of version 17 or later.");
    }

    private static Check gpu(Device device) {
        GpuVerdict verdict = GpuPreflight.inspect();
        try {
            if (!Backend.trainsOnGpu(device)) {
                return Check.ok("GPU", "trainings run on the CPU; " + verdict.sentence());
            }
        } catch (UnsupportedDeviceException e) {
            return Check.fault("GPU", verdict.sentence(), String.valueOf(e.getMessage()));
        }
        return verdict.suitable()
                ? Check.ok("GPU", verdict.sentence())
                : Check.fault(
                        "GPU", verdict.sentence(), "Set FOMO_DEVICE to cpu, or train where there is another one.");
    }

    private static Check backend(Device device) {
        try {
            BackendInfo info = Backend.start(device);
            String found = info.backend() + " " + info.version() + ", " + info.classifier() + ", " + info.threads()
                    + " threads, " + info.blas();
            if (info.runsOnGpu()) {
                return Check.ok("ND4J", found);
            }
            return info.oneDnnHelperActive()
                    ? Check.ok("ND4J", found + "; oneDNN helper active")
                    : Check.warning(
                            "ND4J",
                            found + "; oneDNN helper inactive: " + info.oneDnnHelper(),
                            "Training heads is not affected; layers of images run several times slower.");
        } catch (UnsupportedDeviceException e) {
            return Check.fault("ND4J", "not loaded, since there is no device for it", String.valueOf(e.getMessage()));
        } catch (LinkageError e) {
            return Check.fault(
                    "ND4J",
                    "its natives do not load: " + e,
                    "Delete worker/target, and the JavaCPP cache in ~/.javacpp, and run fomo again.");
        }
    }

    private static Check memory() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long total = system.getTotalMemorySize() / GIBIBYTE;
        String found =
                total + " GiB, of which a heap of " + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB at most";
        return total + 1 >= ENOUGH_MEMORY_GIBIBYTES
                ? Check.ok("Memory", found)
                : Check.warning("Memory", found, "Retraining wants 4 GiB for everything together.");
    }

    private static Check disk(Path home) {
        Path existing = home;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace() / GIBIBYTE;
            String found = free + " GiB free for " + home;
            if (!Files.isWritable(existing)) {
                return Check.fault(
                        "Disk", existing + " cannot be written", "Set FOMO_HOME to a directory that can be.");
            }
            if (free < LEAST_DISK_GIBIBYTES) {
                return Check.fault("Disk", found, "Free some, or set FOMO_HOME to a directory on a larger disk.");
            }
            return free < ENOUGH_DISK_GIBIBYTES
                    ? Check.warning("Disk", found, "Some thousand covers and their features want 5 GiB.")
                    : Check.ok("Disk", found);
        } catch (IOException e) {
            return Check.fault("Disk", String.valueOf(e.getMessage()), "Set FOMO_HOME to a directory on a local disk.");
        }
    }
}
