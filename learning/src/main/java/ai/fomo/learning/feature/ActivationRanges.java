package ai.fomo.learning.feature;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ranges of a network's values, as somebody has measured them on images: lines of {@code value,lowest,highest} under a
 * header, where a value goes by its name in the ONNX file.
 */
final class ActivationRanges {
    private static final String HEADER = "value,lowest,highest";

    private final Map<String, ActivationRange> ranges;

    private ActivationRanges(Map<String, ActivationRange> ranges) {
        this.ranges = ranges;
    }

    static ActivationRanges of(Map<String, ActivationRange> ranges) {
        return new ActivationRanges(Map.copyOf(ranges));
    }

    /** @throws IllegalArgumentException naming the line that is none */
    static ActivationRanges parse(byte[] csv) {
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("ranges begin with the line '" + HEADER + "'");
        }
        Map<String, ActivationRange> ranges = new LinkedHashMap<>();
        for (int line = 1; line < lines.size(); line++) {
            String[] fields = lines.get(line).split(",", -1);
            try {
                ranges.put(fields[0], new ActivationRange(Float.parseFloat(fields[1]), Float.parseFloat(fields[2])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("ranges, line " + (line + 1) + ": " + e.getMessage(), e);
            }
        }
        return new ActivationRanges(ranges);
    }

    boolean has(String value) {
        return ranges.containsKey(value);
    }

    /** @throws IllegalArgumentException if nobody has measured it */
    ActivationRange of(String value) {
        ActivationRange range = ranges.get(value);
        if (range == null) {
            throw new IllegalArgumentException("nobody has measured the range of '" + value + "'");
        }
        return range;
    }
}
