package ai.fomo.learning.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says before anything of CUDA is loaded whether it could run: what ND4J says itself, later, names neither GPU nor reason. */
public final class GpuPreflight {
    private static final String OTHER_GPUS = "a T4, V100, A10G, A100 or L4";

    private GpuPreflight() {}

    /** Asks this machine; takes a second where there is a driver, and at most 20. */
    public static GpuVerdict inspect() {
        return judge(NvidiaSmi.ofThisMachine().ask());
    }

    static GpuVerdict judge(DriverAnswer answer) {
        if (answer instanceof DriverAnswer.Gpus gpus) {
            return judge(gpus.lines());
        }
        return answer instanceof DriverAnswer.Failure failure
                ? no("there is an NVIDIA driver, but " + failure.why())
                : no("there is no NVIDIA driver on this machine");
    }

    private static GpuVerdict judge(List<String> lines) {
        List<Gpu> gpus =
                lines.stream().map(Gpu::parse).flatMap(Optional::stream).toList();
        Optional<Gpu> suitable = gpus.stream().filter(Gpu::suits).findFirst();
        if (suitable.isPresent()) {
            boolean others = gpus.stream().anyMatch(gpu -> !gpu.suits());
            // CUDA counts the fastest first unless told otherwise, and the fastest may be the one that is too new.
            return new GpuVerdict(
                    true,
                    suitable.get() + " runs ND4J's CUDA code"
                            + (others
                                    ? ", not every other one here does: set CUDA_DEVICE_ORDER=PCI_BUS_ID and CUDA_VISIBLE_DEVICES="
                                            + suitable.get().index()
                                    : ""));
        }
        if (gpus.isEmpty()) {
            return no(
                    lines.isEmpty()
                            ? "there is an NVIDIA driver, but no GPU"
                            : "there is an NVIDIA driver, but nvidia-smi names no GPU with its compute capability: '"
                                    + lines.get(0) + "'");
        }
        Optional<Gpu> outdated = gpus.stream().filter(Gpu::hasCode).findFirst();
        return outdated.isPresent()
                ? no(outdated.get() + " needs a driver of version 450.80.02 or later for CUDA 11.6")
                : no(gpus.stream().map(Gpu::toString).collect(Collectors.joining(" and "))
                        + " cannot run nd4j-cuda-11.6, which holds code for compute capability 3.7 to 8.9 only");
    }

    private static GpuVerdict no(String why) {
        return new GpuVerdict(false, why);
    }

    /** @throws UnsupportedDeviceException with the way out */
    static void require(GpuVerdict verdict) {
        if (!verdict.suitable()) {
            throw new UnsupportedDeviceException("Nothing can be trained on a GPU here, since " + verdict.sentence()
                    + ": train on the CPU with FOMO_DEVICE=cpu, or on " + OTHER_GPUS + ".");
        }
    }
}
