package ai.fomo.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An NVIDIA GPU as its driver describes it.
 *
 * @param index the driver's, which {@code CUDA_VISIBLE_DEVICES} counts by where {@code CUDA_DEVICE_ORDER} is {@code PCI_BUS_ID}
 * @param capability compute capability, ten times the major version plus the minor one
 * @param driver version, such as {@code 535.161.08}
 */
record Gpu(int index, String name, int capability, String driver, String memory) {
    /** What nd4j-cuda-11.6 holds machine code for; there is no PTX in it that a newer GPU could translate. */
    private static final List<Integer> COMPILED_FOR = List.of(37, 50, 52, 60, 61, 70, 75, 80, 86);

    /** The oldest for CUDA 11.6 on Linux, by the minor version compatibility of CUDA 11. */
    private static final List<Integer> OLDEST_DRIVER = List.of(450, 80, 2);

    // Names hold commas rarely, but they may.
    private static final Pattern LINE = Pattern.compile("(\\d+), (.+), (\\d+)\\.(\\d), (\\d+(?:\\.\\d+)+), ([^,]+)");

    /**
     * Reads a line of {@code nvidia-smi --query-gpu=index,name,compute_cap,driver_version,memory.total --format=csv,noheader}.
     *
     * @return empty for what is no GPU with a compute capability, such as "[N/A]" in its place
     */
    static Optional<Gpu> parse(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches()
                ? Optional.of(new Gpu(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2),
                        Integer.parseInt(matcher.group(3)) * 10 + Integer.parseInt(matcher.group(4)),
                        matcher.group(5),
                        matcher.group(6)))
                : Optional.empty();
    }

    /** Machine code runs on its own capability and on later ones of the same major version: 8.9 runs that for 8.6. */
    boolean hasCode() {
        return COMPILED_FOR.stream().anyMatch(code -> code / 10 == capability / 10 && code <= capability);
    }

    boolean hasRecentDriver() {
        List<Integer> version = new ArrayList<>();
        for (String number : driver.split("\\.", -1)) {
            version.add(Integer.parseInt(number));
        }
        for (int i = 0; i < OLDEST_DRIVER.size(); i++) {
            int difference = (i < version.size() ? version.get(i) : 0) - OLDEST_DRIVER.get(i);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    boolean suits() {
        return hasCode() && hasRecentDriver();
    }

    @Override
    public String toString() {
        return "GPU " + index + " (" + name + ", compute capability " + capability / 10 + "." + capability % 10 + ", "
                + memory + ", driver " + driver + ")";
    }
}
