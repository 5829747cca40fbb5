package ai.fomo.learning.image;

/**
 * What n cosine waves add up to at n places: at place j, wave k is cos(k (2 j + 1) pi / 2 n). In place, and for many at once: each
 * array has a wave's height of all of them, and then a place's sum.
 */
final class CosineSums {
    private static final float COS_15 = cosine(15);
    private static final float COS_30 = cosine(30);
    private static final float COS_45 = cosine(45);
    private static final float COS_75 = cosine(75);
    private static final float COS_11 = cosine(11.25);
    private static final float COS_22 = cosine(22.5);
    private static final float COS_33 = cosine(33.75);
    private static final float COS_56 = cosine(56.25);
    private static final float COS_67 = cosine(67.5);
    private static final float COS_78 = cosine(78.75);

    private CosineSums() {}

    private static float cosine(double degrees) {
        return (float) Math.cos(Math.toRadians(degrees));
    }

    /**
     * @param arrays of one length each, of which it takes every {@code step}-th
     * @param waves how many: 1, 2, 3, 4, 6 or 8
     */
    static void compute(float[][] arrays, int from, int step, int waves) {
        switch (waves) {
            case 1 -> {}
            case 2 -> two(arrays[from], arrays[from + step]);
            case 3 -> three(arrays[from], arrays[from + step], arrays[from + 2 * step]);
            case 4 -> four(arrays[from], arrays[from + step], arrays[from + 2 * step], arrays[from + 3 * step]);
            case 6 -> six(arrays, from, step);
            case 8 -> eight(arrays, from, step);
            default -> throw new IllegalArgumentException("sums of " + waves + " waves");
        }
    }

    private static void two(float[] w0, float[] w1) {
        for (int i = 0; i < w0.length; i++) {
            float half = COS_45 * w1[i];
            float mean = w0[i];
            w0[i] = mean + half;
            w1[i] = mean - half;
        }
    }

    private static void three(float[] w0, float[] w1, float[] w2) {
        for (int i = 0; i < w0.length; i++) {
            float even = w0[i] + 0.5f * w2[i];
            float odd = COS_30 * w1[i];
            float middle = w0[i] - w2[i];
            w0[i] = even + odd;
            w1[i] = middle;
            w2[i] = even - odd;
        }
    }

    private static void four(float[] w0, float[] w1, float[] w2, float[] w3) {
        for (int i = 0; i < w0.length; i++) {
            float sum = w0[i] + COS_45 * w2[i];
            float difference = w0[i] - COS_45 * w2[i];
            float outer = COS_22 * w1[i] + COS_67 * w3[i];
            float inner = COS_67 * w1[i] - COS_22 * w3[i];
            w0[i] = sum + outer;
            w1[i] = difference + inner;
            w2[i] = difference - inner;
            w3[i] = sum - outer;
        }
    }

    // Waves of even number are the same from both ends, and those of half as many; the others are opposite.

    private static void six(float[][] arrays, int from, int step) {
        float[] w0 = arrays[from];
        float[] w1 = arrays[from + step];
        float[] w2 = arrays[from + 2 * step];
        float[] w3 = arrays[from + 3 * step];
        float[] w4 = arrays[from + 4 * step];
        float[] w5 = arrays[from + 5 * step];
        three(w0, w2, w4);
        for (int i = 0; i < w0.length; i++) {
            float outer = COS_15 * w1[i] + COS_45 * w3[i] + COS_75 * w5[i];
            float between = COS_45 * (w1[i] - w3[i] - w5[i]);
            float inner = COS_75 * w1[i] - COS_45 * w3[i] + COS_15 * w5[i];
            float even0 = w0[i];
            float even1 = w2[i];
            float even2 = w4[i];
            w0[i] = even0 + outer;
            w1[i] = even1 + between;
            w2[i] = even2 + inner;
            w3[i] = even2 - inner;
            w4[i] = even1 - between;
            w5[i] = even0 - outer;
        }
    }

    private static void eight(float[][] arrays, int from, int step) {
        float[] w0 = arrays[from];
        float[] w1 = arrays[from + step];
        float[] w2 = arrays[from + 2 * step];
        float[] w3 = arrays[from + 3 * step];
        float[] w4 = arrays[from + 4 * step];
        float[] w5 = arrays[from + 5 * step];
        float[] w6 = arrays[from + 6 * step];
        float[] w7 = arrays[from + 7 * step];
        four(w0, w2, w4, w6);
        for (int i = 0; i < w0.length; i++) {
            float odd0 = COS_11 * w1[i] + COS_33 * w3[i] + COS_56 * w5[i] + COS_78 * w7[i];
            float odd1 = COS_33 * w1[i] - COS_78 * w3[i] - COS_11 * w5[i] - COS_56 * w7[i];
            float odd2 = COS_56 * w1[i] - COS_11 * w3[i] + COS_78 * w5[i] + COS_33 * w7[i];
            float odd3 = COS_78 * w1[i] - COS_56 * w3[i] + COS_33 * w5[i] - COS_11 * w7[i];
            float even0 = w0[i];
            float even1 = w2[i];
            float even2 = w4[i];
            float even3 = w6[i];
            w0[i] = even0 + odd0;
            w1[i] = even1 + odd1;
            w2[i] = even2 + odd2;
            w3[i] = even3 + odd3;
            w4[i] = even3 - odd3;
            w5[i] = even2 - odd2;
            w6[i] = even1 - odd1;
            w7[i] = even0 - odd0;
        }
    }
}
