package ai.fomo.learning.feature;

/** IEEE 754 binary16, as the JDK has it from Java 20 on: nearest, ties to even, subnormals and infinities kept. */
final class HalfFloat {
    /** By bits: looking one up is several times faster than computing it, and training reads millions in each step. */
    private static final float[] FLOATS = new float[1 << Short.SIZE];

    static {
        for (int bits = 0; bits < FLOATS.length; bits++) {
            FLOATS[bits] = toFloat((short) bits);
        }
    }

    private HalfFloat() {}

    static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7FFF_FFFF;
        if (magnitude > 0x7F80_0000) {
            return (short) (sign | 0x7E00); // Not a number.
        }
        if (magnitude >= 0x477F_F000) {
            return (short) (sign | 0x7C00); // From 65,520 on it rounds to infinity.
        }
        if (magnitude >= 0x3880_0000) {
            int rebased = magnitude - (112 << 23);
            return (short) (sign | roundedShift(rebased, 13));
        }
        if (magnitude < 0x3300_0000) {
            return (short) sign; // Below 2^-25, half of the smallest subnormal.
        }
        int exponent = magnitude >>> 23;
        int significand = (magnitude & 0x7F_FFFF) | 0x80_0000;
        return (short) (sign | roundedShift(significand, 126 - exponent));
    }

    /** Shifts right, to nearest, ties to even; a carry runs into the exponent, as it should. */
    private static int roundedShift(int value, int shift) {
        int quotient = value >>> shift;
        int remainder = value & ((1 << shift) - 1);
        int half = 1 << (shift - 1);
        return remainder > half || (remainder == half && (quotient & 1) == 1) ? quotient + 1 : quotient;
    }

    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >>> 10 & 0x1F;
        int significand = half & 0x3FF;
        if (exponent == 0) {
            float value = significand * 0x1p-24f;
            return sign == 0 ? value : -value;
        }
        int rebased = exponent == 31 ? 0xFF : exponent + 112;
        return Float.intBitsToFloat(sign | rebased << 23 | significand << 13);
    }

    /** @param at where in {@code target} the first one goes */
    static void toFloats(short[] halves, float[] target, int at) {
        for (int i = 0; i < halves.length; i++) {
            target[at + i] = FLOATS[halves[i] & 0xFFFF];
        }
    }
}
