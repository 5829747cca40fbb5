package ai.fomo.learning.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Asks for an NVIDIA GPU without loading anything of CUDA. */
final class GpuInspection {
    private static final Path DRIVER = Path.of("/proc/driver/nvidia/version");

    private GpuInspection() {}

    static String describe() {
        if (!Files.exists(DRIVER)) {
            return "no NVIDIA driver; everything runs on the CPU";
        }
        try {
            Process query = new ProcessBuilder("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader")
                    .redirectErrorStream(true)
                    .start();
            if (!query.waitFor(10, TimeUnit.SECONDS)) {
                query.destroyForcibly();
                return "an NVIDIA driver, but nvidia-smi does not answer; everything runs on the CPU";
            }
            String answer = new String(query.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines()
                    .findFirst()
                    .map(GpuInspection::verdict)
                    .orElse("an NVIDIA driver without a GPU; everything runs on the CPU");
        } catch (IOException e) {
            return "an NVIDIA driver, but no nvidia-smi; everything runs on the CPU";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "an NVIDIA driver; asking it was interrupted";
        }
    }

    /** @param line of nvidia-smi, such as {@code NVIDIA H100 80GB HBM3, 9.0} */
    static String verdict(String line) {
        int comma = line.lastIndexOf(',');
        String capability = comma < 0 ? "" : line.substring(comma + 1).trim();
        if (!capability.matches("\\d+\\.\\d+")) {
            return "an NVIDIA driver that answers '" + line.trim() + "'; everything runs on the CPU";
        }
        String gpu = line.substring(0, comma).trim() + ", compute capability " + capability;
        double number = Double.parseDouble(capability);
        // L4 and its kin, 8.9, run the code for 8.6: the same major version.
        if (number >= 3.7 && number < 9) {
            return gpu + ": nd4j-cuda-11.6 supports it, but this build has only the CPU's backend";
        }
        return gpu + ": nd4j-cuda-11.6 holds code for 3.7 to 8.6 only and cannot run on it;"
                + " train on the CPU, or on a T4, V100, A10G, A100 or L4";
    }
}
