package ai.fomo.learning.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks the driver's own program.
 *
 * @param driver the file that is there as long as the driver is loaded
 * @param program to run, and its arguments
 * @param patience how long it may take; on a GPU that has fallen off the bus it hangs
 */
record NvidiaSmi(Path driver, List<String> program, Duration patience) {
    /** The driver of this machine. */
    static NvidiaSmi ofThisMachine() {
        return new NvidiaSmi(
                Path.of("/proc/driver/nvidia/version"),
                List.of(
                        "nvidia-smi",
                        "--query-gpu=index,name,compute_cap,driver_version,memory.total",
                        "--format=csv,noheader"),
                Duration.ofSeconds(20));
    }

    DriverAnswer ask() {
        if (!Files.exists(driver)) {
            return new DriverAnswer.NoDriver();
        }
        try {
            // Into a file: a program that hangs would hang whoever reads its pipe.
            Path output = Files.createTempFile("fomo-gpu", ".csv");
            try {
                return run(output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new DriverAnswer.Failure("nvidia-smi, which comes with the driver, cannot be run");
        }
    }

    private DriverAnswer run(Path output) throws IOException {
        Process process = new ProcessBuilder(program)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new DriverAnswer.Failure(
                        "nvidia-smi has not answered within " + patience.toSeconds() + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DriverAnswer.Failure("asking nvidia-smi was interrupted");
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readString(output, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (process.exitValue() != 0 && lines.stream().anyMatch(line -> line.contains("compute_cap"))) {
            return new DriverAnswer.Failure(
                    "its nvidia-smi is too old to know compute capabilities and wants an update of the driver");
        }
        if (process.exitValue() != 0) {
            return new DriverAnswer.Failure("nvidia-smi failed with code " + process.exitValue()
                    + (lines.isEmpty() ? "" : " and says '" + lines.get(0) + "'"));
        }
        return new DriverAnswer.Gpus(lines);
    }
}
