package ai.fomo.learning.weights;

import java.util.List;

/**
 * A convolution of 3 x 3 by the name of its layer.
 *
 * @param inputs channels that come in
 * @param outputs channels that go out
 */
public record Convolution(String name, int inputs, int outputs) {
    public static final int EXTENT = 3;

    /** Name of the kernel's array. */
    public String weight() {
        return name + ".weight";
    }

    /** Name of the bias's array. */
    public String bias() {
        return name + ".bias";
    }

    /** O x I x H x W. */
    public List<Integer> kernel() {
        return List.of(outputs, inputs, EXTENT, EXTENT);
    }
}
