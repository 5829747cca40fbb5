package ai.fomo.learning.feature;

import java.util.Arrays;
import java.util.List;

/** Planes of numbers as another layout has them, row by row as preprocessing puts them. */
final class LaidOut {
    private LaidOut() {}

    static float[] as(ImageLayout layout, float[] planes, int side) {
        float[] image = new float[layout.size(side)];
        for (int y = 0; y < side; y++) {
            float[][] row = new float[PlanesLayout.COLOURS][];
            for (int colour = 0; colour < row.length; colour++) {
                int first = (colour * side + y) * side;
                row[colour] = Arrays.copyOfRange(planes, first, first + side);
            }
            layout.put(row, y, image);
        }
        return image;
    }

    static List<float[]> as(ImageLayout layout, List<float[]> planes, int side) {
        return planes.stream().map(image -> as(layout, image, side)).toList();
    }
}
