package ai.fomo.worker.doctor;

import ai.fomo.learning.training.Backend;
import ai.fomo.learning.training.BackendInfo;
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

    public static List<Check> all(Path home) {
        return List.of(java(), backend(), gpu(), memory(), disk(home));
    }

    private static Check java() {
        String found = System.getProperty("java.vendor") + " " + Runtime.version();
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Check.ok("Java", found)
                : Check.fault("Java", found, "Install a JDK of version 17 or later.");
    }

    private static Check backend() {
        try {
            BackendInfo info = Backend.start();
            String found = info.backend() + " " + info.version() + ", " + info.classifier() + ", " + info.threads()
                    + " threads, " + info.blas();
            return info.oneDnnHelperActive()
                    ? Check.ok("ND4J", found + "; oneDNN helper active")
                    : Check.warning(
                            "ND4J",
                            found + "; oneDNN helper inactive: " + info.oneDnnHelper(),
                            "Training heads is not affected; layers of images run several times slower.");
        } catch (LinkageError e) {
            return Check.fault(
                    "ND4J",
                    "its natives do not load: " + e,
                    "Delete worker/target, and the JavaCPP cache in ~/.javacpp, and run fomo again.");
        }
    }

    private static Check gpu() {
        try {
            return Check.ok("GPU", Backend.start().gpu());
        } catch (LinkageError e) {
            return Check.warning("GPU", "unknown, since ND4J does not load", "Cure ND4J first.");
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
