package ai.fomo.learning.feature;

/** Colour after colour, as floats: what networks take unless there is something faster. */
record PlanesLayout() implements ImageLayout {
    static final int COLOURS = 3;

    @Override
    public int size(int side) {
        return COLOURS * side * side;
    }

    @Override
    public void put(float[][] colours, int y, float[] image) {
        for (int colour = 0; colour < COLOURS; colour++) {
            int side = colours[colour].length;
            System.arraycopy(colours[colour], 0, image, (colour * side + y) * side, side);
        }
    }
}
