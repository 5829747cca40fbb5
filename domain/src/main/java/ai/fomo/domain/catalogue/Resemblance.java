package ai.fomo.domain.catalogue;

/**
 * Whether two thumbnails show the same picture. Brightness and contrast may differ, as may what scaling and recompression do;
 * what is left after both are brought to the same brightness and contrast may not.
 *
 * <p>The bounds hold apart two sets that were looked at by eye: 13,000 planted copies of 1,000 covers and posters (resized to 64
 * pixels and more, mirrored, JPEG of quality 20, brightness 85 to 115 %), and the pairs of different pictures with the nearest
 * hashes among 4,702 covers, most of them record labels and covers of one series.
 */
public enum Resemblance {
    NONE,
    UPRIGHT,
    MIRRORED;

    /** Planted copies have 0.977 and more; two labels of one design with other text have 0.966. */
    private static final double LEAST_CORRELATION = 0.97;

    /**
     * Of pictures with so little contrast that recompression is a good part of it. Of 2,080 planted copies of the 160 pictures with
     * least contrast three had less, and a plain one besides; of the pairs of different ones with near hashes one had more than 0.84.
     */
    private static final double LEAST_CORRELATION_IN_NOISE = 0.87;

    /** Root mean square of the luma difference that JPEG of quality 20 makes at 64 pixels, in grey levels: 3.2 and less. */
    private static final double NOISE = 3.5;

    /** Larger standard deviation of luma by the smaller one: planted copies reach 1.69, where white is cut off. */
    private static final double LARGEST_GAIN = 1.8;

    /** Root mean square of the luma difference, in grey levels: planted copies reach 9.6, record labels begin at 10.1. */
    private static final double LARGEST_DIFFERENCE = 12;

    /** Of a single luma pixel: planted copies reach 32, record labels begin at 37. */
    private static final double LARGEST_LUMA_DIFFERENCE = 40;

    /** Root mean square of the chroma difference: planted copies reach 9.3. */
    private static final double LARGEST_CHROMA_DIFFERENCE = 14;

    private static final int SIDE = Thumbnail.LUMA_SIDE;
    private static final int PIXELS = SIDE * SIDE;

    /** Symmetric. Of pictures that are their own mirror image it is UPRIGHT. */
    public static Resemblance between(Thumbnail one, Thumbnail other) {
        int sumOne = 0;
        int sumOther = 0;
        int squaresOne = 0;
        int squaresOther = 0;
        int products = 0;
        int mirroredProducts = 0;
        for (int i = 0; i < PIXELS; i++) {
            int a = one.at(i);
            int b = other.at(i);
            sumOne += a;
            sumOther += b;
            squaresOne += a * a;
            squaresOther += b * b;
            products += a * b;
            mirroredProducts += a * other.at(mirrored(i, SIDE));
        }
        boolean mirrored = mirroredProducts > products;
        // Times 256 squared: whole numbers, so that the order of the two cannot matter.
        long varianceOne = (long) PIXELS * squaresOne - (long) sumOne * sumOne;
        long varianceOther = (long) PIXELS * squaresOther - (long) sumOther * sumOther;
        long covariance = (long) PIXELS * Math.max(products, mirroredProducts) - (long) sumOne * sumOther;
        if (varianceOne == 0 || varianceOther == 0) {
            return NONE;
        }
        double correlation = covariance / Math.sqrt((double) varianceOne * varianceOther);
        double largerVariance = Math.max(varianceOne, varianceOther) / ((double) PIXELS * PIXELS);
        double gain = Math.sqrt(Math.max(varianceOne, varianceOther) / (double) Math.min(varianceOne, varianceOther));
        double difference = Math.sqrt(2 * Math.max(0, 1 - correlation) * largerVariance);
        double leastCorrelation = difference <= NOISE ? LEAST_CORRELATION_IN_NOISE : LEAST_CORRELATION;
        if (correlation < leastCorrelation || gain > LARGEST_GAIN || difference > LARGEST_DIFFERENCE) {
            return NONE;
        }
        Standardised first = new Standardised(one, sumOne, varianceOne, largerVariance);
        Standardised second = new Standardised(other, sumOther, varianceOther, largerVariance);
        if (!lumaAgrees(first, second, mirrored) || !chromaAgrees(one, other, mirrored)) {
            return NONE;
        }
        return mirrored ? MIRRORED : UPRIGHT;
    }

    /** Luma about its mean, with the contrast of the one of the two that has more. */
    private record Standardised(Thumbnail thumbnail, double mean, double scale) {
        Standardised(Thumbnail thumbnail, long sum, long variance, double target) {
            this(thumbnail, sum / (double) PIXELS, Math.sqrt(target / variance) * PIXELS);
        }

        double at(int index) {
            return scale * (thumbnail.at(index) - mean);
        }
    }

    private static boolean lumaAgrees(Standardised one, Standardised other, boolean mirrored) {
        for (int i = 0; i < PIXELS; i++) {
            double difference = one.at(i) - other.at(mirrored ? mirrored(i, SIDE) : i);
            if (Math.abs(difference) > LARGEST_LUMA_DIFFERENCE) {
                return false;
            }
        }
        return true;
    }

    private static boolean chromaAgrees(Thumbnail one, Thumbnail other, boolean mirrored) {
        int chroma = Thumbnail.BYTES - PIXELS;
        int squares = 0;
        for (int i = 0; i < chroma; i++) {
            int counterpart = mirrored ? mirrored(i, Thumbnail.CHROMA_SIDE) : i;
            int difference = one.at(PIXELS + i) - other.at(PIXELS + counterpart);
            squares += difference * difference;
        }
        return squares <= LARGEST_CHROMA_DIFFERENCE * LARGEST_CHROMA_DIFFERENCE * chroma;
    }

    /** Index of the pixel in the same row that is as far from the other end. Planes below each other keep their rows. */
    private static int mirrored(int index, int side) {
        return index - index % side + side - 1 - index % side;
    }
}
