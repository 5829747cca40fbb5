package ai.fomo.learning.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the picture in an ordinary JPEG: baseline, three components in one scan, YCbCr, and no profile but sRGB.
 *
 * @param restartInterval units between two restarts; 0 for none
 * @param hasExif whether it says in some segment how the camera was held
 * @param scan where the picture's data begins
 */
record JpegHeader(int width, int height, List<Component> components, int restartInterval, boolean hasExif, int scan) {
    /**
     * One of the three planes.
     *
     * @param across blocks side by side in a unit, 1 or 2
     * @param down blocks one below the other in a unit, 1 or 2
     * @param quantisation 64 numbers in the order of the file
     * @param first code of blocks' means
     * @param others code of all else
     */
    record Component(int across, int down, int[] quantisation, HuffmanTable first, HuffmanTable others) {}

    private static final int COMPONENTS = 3;

    JpegHeader {
        components = List.copyOf(components);
    }

    /** @return empty where it is any other JPEG, or none */
    static Optional<JpegHeader> of(byte[] jpeg) {
        return new Parser().parse(jpeg);
    }

    int mostAcross() {
        return components.stream().mapToInt(Component::across).max().orElseThrow();
    }

    int mostDown() {
        return components.stream().mapToInt(Component::down).max().orElseThrow();
    }

    private static final class Parser {
        private final int[] @Nullable [] quantisations = new int[4][];
        private final @Nullable HuffmanTable[] first = new HuffmanTable[4];
        private final @Nullable HuffmanTable[] others = new HuffmanTable[4];
        private byte @Nullable [] frame;
        private int restartInterval;
        private boolean hasExif;

        Optional<JpegHeader> parse(byte[] jpeg) {
            int at = 2;
            while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
                int marker = jpeg[at + 1] & 0xFF;
                int end = at + 2 + number(jpeg, at + 2);
                if (end < at + 4 || end > jpeg.length) {
                    return Optional.empty();
                }
                byte[] segment = Arrays.copyOfRange(jpeg, at + 4, end);
                if (marker == 0xDA) {
                    return frame == null ? Optional.empty() : header(frame, segment, end);
                }
                if (!take(marker, segment)) {
                    return Optional.empty();
                }
                at = end;
            }
            return Optional.empty();
        }

        private boolean take(int marker, byte[] segment) {
            return switch (marker) {
                case 0xC0, 0xC1 -> takeFrame(segment);
                case 0xC4 -> takeCodes(segment);
                case 0xDB -> takeQuantisations(segment);
                case 0xDD -> takeRestarts(segment);
                case 0xE1 -> takeApplication(segment);
                case 0xE2 -> !text(segment).startsWith("ICC_PROFILE\0") || isSrgb(text(segment));
                case 0xEE -> !text(segment).startsWith("Adobe") || (segment.length > 11 && segment[11] == 1);
                case 0xFE -> true;
                default -> marker >= 0xE0 && marker <= 0xEF;
            };
        }

        /** By its name, in the old form or the new one. What other profiles mean, ImageIO computes. */
        private static boolean isSrgb(String profile) {
            return profile.contains("sRGB") || profile.contains("s\0R\0G\0B");
        }

        private static String text(byte[] segment) {
            return new String(segment, StandardCharsets.ISO_8859_1);
        }

        private boolean takeApplication(byte[] segment) {
            hasExif |= text(segment).startsWith("Exif\0\0");
            return true;
        }

        private boolean takeFrame(byte[] segment) {
            boolean known = segment.length == 6 + 3 * COMPONENTS && segment[0] == 8 && segment[5] == COMPONENTS;
            boolean isFirst = frame == null;
            frame = segment;
            return known && isFirst;
        }

        private boolean takeRestarts(byte[] segment) {
            restartInterval = segment.length == 2 ? number(segment, 0) : 0;
            return segment.length == 2;
        }

        private boolean takeQuantisations(byte[] segment) {
            int at = 0;
            while (at < segment.length) {
                int bytes = (segment[at] >> 4 & 0xF) + 1;
                int table = segment[at] & 0xF;
                at++;
                if (table > 3 || bytes > 2 || at + 64 * bytes > segment.length) {
                    return false;
                }
                int[] numbers = new int[64];
                for (int k = 0; k < 64; k++) {
                    numbers[k] = bytes == 1 ? segment[at + k] & 0xFF : number(segment, at + 2 * k);
                }
                quantisations[table] = numbers;
                at += 64 * bytes;
            }
            return true;
        }

        private boolean takeCodes(byte[] segment) {
            int at = 0;
            while (at < segment.length) {
                int kind = segment[at] & 0xFF;
                at++;
                Optional<HuffmanTable> table = HuffmanTable.of(segment, at);
                if ((kind & 0xEF) > 3 || table.isEmpty()) {
                    return false;
                }
                if (kind < 0x10 && !table.get().isWithoutRuns()) {
                    return false;
                }
                (kind < 0x10 ? first : others)[kind & 3] = table.get();
                at += table.get().size();
            }
            return true;
        }

        private Optional<JpegHeader> header(byte[] frame, byte[] scan, int end) {
            int height = number(frame, 1);
            int width = number(frame, 3);
            // All 64 numbers of a block, with all of their bits.
            boolean known = scan.length == 4 + 2 * COMPONENTS
                    && scan[0] == COMPONENTS
                    && scan[7] == 0
                    && scan[8] == 63
                    && scan[9] == 0
                    && width > 0
                    && height > 0;
            if (!known) {
                return Optional.empty();
            }
            Component[] components = new Component[COMPONENTS];
            for (int c = 0; c < COMPONENTS; c++) {
                int across = frame[7 + 3 * c] >> 4 & 0xF;
                int down = frame[7 + 3 * c] & 0xF;
                int[] quantisation = at(quantisations, frame[8 + 3 * c]);
                HuffmanTable means = at(first, scan[2 + 2 * c] >> 4);
                HuffmanTable rest = at(others, scan[2 + 2 * c] & 0xF);
                // Of other names they may be other colours.
                boolean named = frame[6 + 3 * c] == c + 1 && scan[1 + 2 * c] == c + 1;
                if (!named || across < 1 || across > 2 || down < 1 || down > 2) {
                    return Optional.empty();
                }
                if (quantisation == null || means == null || rest == null) {
                    return Optional.empty();
                }
                components[c] = new Component(across, down, quantisation, means, rest);
            }
            return Optional.of(new JpegHeader(width, height, List.of(components), restartInterval, hasExif, end));
        }

        private static <T> @Nullable T at(@Nullable T[] tables, int number) {
            return number >= 0 && number < tables.length ? tables[number] : null;
        }

        private static int number(byte[] bytes, int at) {
            return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
        }
    }
}
