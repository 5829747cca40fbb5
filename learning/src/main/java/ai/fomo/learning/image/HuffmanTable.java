package ai.fomo.learning.image;

import java.util.Arrays;
import java.util.Optional;

/**
 * A code of a JPEG, prepared for reading a symbol, and mostly the number behind it, with one look at the next bits.
 *
 * <p>A symbol is a run of zeros (upper four bits) and the size in bits of the number that follows (lower four).
 */
final class HuffmanTable {
    /** Bits that are looked at. Of the codes of photographs nearly all are shorter, numbers included. */
    static final int LOOK = 11;

    /** In an entry: the number is in its upper half, and its length counted in. */
    static final int WITH_NUMBER = 0x80;

    private static final int LONGEST = 16;

    /** By the next bits: number or 0 (16 bits), symbol (8), {@link #WITH_NUMBER}, length in bits (6); 0 where the code is longer, or none. */
    final int[] entries = new int[1 << LOOK];

    private final byte[] symbols;

    /** By length: the code after the last one of it. */
    private final int[] end = new int[LONGEST + 1];

    /** By length: what a code's place among the symbols is ahead of the code. */
    private final int[] offset = new int[LONGEST + 1];

    private HuffmanTable(byte[] symbols) {
        this.symbols = symbols;
    }

    /**
     * @param bytes how many codes there are of each length from 1 to 16, then their symbols
     * @return empty where there are more codes than fit, or bytes are missing
     */
    static Optional<HuffmanTable> of(byte[] bytes, int from) {
        if (from + LONGEST > bytes.length) {
            return Optional.empty();
        }
        int count = 0;
        for (int length = 1; length <= LONGEST; length++) {
            count += bytes[from + length - 1] & 0xFF;
        }
        int first = from + LONGEST;
        if (count > 256 || first + count > bytes.length) {
            return Optional.empty();
        }
        HuffmanTable table = new HuffmanTable(Arrays.copyOfRange(bytes, first, first + count));
        return table.fill(bytes, from) ? Optional.of(table) : Optional.empty();
    }

    private boolean fill(byte[] bytes, int from) {
        int code = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offset[length] = place - code;
            int last = place + (bytes[from + length - 1] & 0xFF);
            for (; place < last; place++, code++) {
                if (code >= 1 << length) {
                    return false;
                }
                if (length <= LOOK) {
                    enter(code, length, symbols[place] & 0xFF);
                }
            }
            end[length] = code;
            code <<= 1;
        }
        return true;
    }

    private void enter(int code, int length, int symbol) {
        int rest = LOOK - length;
        int size = symbol & 0xF;
        for (int after = 0; after < 1 << rest; after++) {
            int entry = symbol << 8 | length;
            if (size > 0 && size <= rest) {
                entry = number(after >>> (rest - size), size) << 16 | symbol << 8 | WITH_NUMBER | length + size;
            }
            entries[(code << rest) | after] = entry;
        }
    }

    /** Whether all symbols are sizes alone, as those of blocks' means must be. */
    boolean isWithoutRuns() {
        for (byte symbol : symbols) {
            if ((symbol & 0xF0) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of this table, counts and symbols. */
    int size() {
        return LONGEST + symbols.length;
    }

    /**
     * The symbol of a code that is longer than {@link #LOOK}.
     *
     * @param next the next 16 bits
     * @return symbol (from bit 8) and length of the code, as in {@link #entries}; 0 where there is none
     */
    int longer(int next) {
        for (int length = LOOK + 1; length <= LONGEST; length++) {
            int code = next >>> (LONGEST - length);
            if (code < end[length]) {
                return (symbols[code + offset[length]] & 0xFF) << 8 | length;
            }
        }
        return 0;
    }

    /** @param bits of the number, of which those that begin with 0 are negative */
    static int number(int bits, int size) {
        return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
    }
}
