package ai.fomo.learning.feature;

/** What a network was trained to see of a pixel: the order of its colours, and what became of their values, 0 to 255. */
enum PixelScaling {
    /** Red, green, blue, each from about -1 to 1. */
    CENTRED(127, 127, 127, 128, true, "Then (value - 127) / 128 as float32, planes in the order red, green, blue"),

    /** Blue, green, red, less the means of ImageNet: what Keras calls "caffe". */
    LESS_MEANS(
            103.939f,
            116.779f,
            123.68f,
            1,
            false,
            "Then value - mean as float32, with the means 103.939 of blue, 116.779 of green and 123.68 of red,"
                    + " planes in the order blue, green, red");

    private final float blue;
    private final float green;
    private final float red;
    private final float scale;
    private final boolean redFirst;
    private final String words;

    PixelScaling(float blue, float green, float red, float scale, boolean redFirst, String words) {
        this.blue = blue;
        this.green = green;
        this.red = red;
        this.scale = scale;
        this.redFirst = redFirst;
        this.words = words;
    }

    /** For who does the same elsewhere. */
    String inWords() {
        return words;
    }

    /** @param channel 0 for red, 1 for green, 2 for blue */
    int plane(int channel) {
        return redFirst ? channel : 2 - channel;
    }

    /** Values of one channel, in place. */
    void scale(int channel, float[] values) {
        float mean = channel == 0 ? red : channel == 1 ? green : blue;
        // Scales are powers of two, of which the reciprocal is exact.
        float factor = 1 / scale;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) * factor;
        }
    }
}
