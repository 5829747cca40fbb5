package ai.fomo.learning.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** Reads the numbers of a baseline JPEG's only scan, block by block. It takes nothing that is not exactly as it should be. */
final class EntropyReader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** No block takes more: 64 symbols with their numbers, of at most 31 bits each. */
    private static final int LONGEST_BLOCK = 64 * 4;

    /** Blocks are written as differences to it. */
    private static final float MIDDLE = 128;

    /** Once all 64 bits hold, so many symbols can be looked at, with their numbers or codes of 16 bits. */
    private static final int LOOKS = 1 + (64 - 16) / HuffmanTable.LOOK;

    private static final int END_OF_IMAGE = 0xD9;
    private static final int FIRST_RESTART = 0xD0;

    /** Without stuffed zeros and markers; behind its end there is room for a block. */
    private final byte[] data;

    /** Where each part between two restarts ends. */
    private final int[] ends;

    private int part = -1;
    private int position;

    /** The next bits, from the highest; {@code count} of them hold. */
    private long bits;

    private int count;

    private EntropyReader(byte[] data, int[] ends) {
        this.data = data;
        this.ends = ends;
    }

    /**
     * @param from the scan's first byte
     * @return empty where something other than a restart in its turn comes before the end of the image
     */
    static Optional<EntropyReader> of(byte[] jpeg, int from) {
        byte[] data = new byte[jpeg.length - from + 2 * LONGEST_BLOCK];
        int[] ends = new int[8];
        int parts = 0;
        int to = 0;
        int at = from;
        while (true) {
            int run = at;
            while (at < jpeg.length && jpeg[at] != (byte) 0xFF) {
                at++;
            }
            System.arraycopy(jpeg, run, data, to, at - run);
            to += at - run;
            at++;
            if (at >= jpeg.length) {
                return Optional.empty();
            }
            int marker = jpeg[at] & 0xFF;
            if (marker == 0) {
                data[to++] = (byte) 0xFF;
                at++;
                continue;
            }
            if (marker == 0xFF) {
                continue; // May stand before any marker.
            }
            ends = parts == ends.length ? Arrays.copyOf(ends, 2 * parts) : ends;
            ends[parts++] = to;
            if (marker == END_OF_IMAGE) {
                return Optional.of(new EntropyReader(data, Arrays.copyOf(ends, parts)));
            }
            if (marker != FIRST_RESTART + (parts - 1) % 8) {
                return Optional.empty();
            }
            at++;
        }
    }

    /** Goes on to the next part; false where there is none. */
    boolean restart() {
        part++;
        position = part == 0 ? 0 : ends[Math.min(part, ends.length) - 1];
        bits = 0;
        count = 0;
        return part < ends.length;
    }

    /** Whether the part has been read to its last byte, and no further. */
    boolean atEndOfPart() {
        return ((long) position * 8 - count + 7) / 8 == ends[part];
    }

    boolean isLastPart() {
        return part == ends.length - 1;
    }

    /**
     * Adds a block's numbers, multiplied, to where they belong.
     *
     * @param row whose sums of this block are zero; then those of its pixels, from 0 to 255
     * @return whether the data is as it should be
     */
    boolean read(JpegHeader.Component component, int[] previous, int c, BlockRow row, int block) {
        if (position > data.length - LONGEST_BLOCK - Long.BYTES || !readFirst(component.first(), previous, c)) {
            return false;
        }
        row.sums()[block] = previous[c] * row.factors()[0] + MIDDLE;
        return readOthers(component.others(), row.factors(), row.targets(), row.sums(), block);
    }

    /** The block's mean, as a difference to that of the block before. */
    private boolean readFirst(HuffmanTable table, int[] previous, int component) {
        bits |= (long) LONGS.get(data, position) >>> count;
        position += (63 - count) >>> 3;
        count |= 56;
        int entry = table.entries[(int) (bits >>> (64 - HuffmanTable.LOOK))];
        entry = entry == 0 ? table.longer((int) (bits >>> 48)) : entry;
        if (entry == 0) {
            return false;
        }
        bits <<= entry & 0x3F;
        count -= entry & 0x3F;
        int size = entry >>> 8 & 0xF;
        if ((entry & HuffmanTable.WITH_NUMBER) != 0) {
            previous[component] += entry >> 16;
        } else if (size > 0) {
            previous[component] += HuffmanTable.number((int) (bits >>> (64 - size)), size);
            bits <<= size;
            count -= size;
        }
        return true;
    }

    /** The inner loop of all: what it works with is in local variables, for the compiler to keep in registers. */
    private boolean readOthers(HuffmanTable table, float[] factors, int[] targets, float[] sums, int block) {
        long bits = this.bits;
        int count = this.count;
        int position = this.position;
        int[] entries = table.entries;
        int k = 1;
        int looks = 0;
        while (k < 64) {
            if (looks == 0) {
                bits |= (long) LONGS.get(data, position) >>> count;
                position += (63 - count) >>> 3;
                count |= 56;
                looks = LOOKS;
            }
            looks--;
            int entry = entries[(int) (bits >>> (64 - HuffmanTable.LOOK))];
            int number;
            if ((entry & HuffmanTable.WITH_NUMBER) != 0) {
                number = entry >> 16;
                bits <<= entry & 0x3F;
                count -= entry & 0x3F;
            } else {
                entry = entry == 0 ? table.longer((int) (bits >>> 48)) : entry;
                if (entry == 0) {
                    return false;
                }
                bits <<= entry & 0x3F;
                count -= entry & 0x3F;
                int size = entry >>> 8 & 0xF;
                looks = 0;
                if (size == 0) {
                    if (entry >>> 12 != 0xF) {
                        break;
                    }
                    k += 16;
                    continue;
                }
                bits |= (long) LONGS.get(data, position) >>> count;
                position += (63 - count) >>> 3;
                count |= 56;
                number = HuffmanTable.number((int) (bits >>> (64 - size)), size);
                bits <<= size;
                count -= size;
            }
            k += entry >>> 12 & 0xF;
            if (k > 63) {
                return false;
            }
            sums[targets[k] + block] += number * factors[k];
            k++;
        }
        this.bits = bits;
        this.count = count;
        this.position = position;
        return true;
    }
}
