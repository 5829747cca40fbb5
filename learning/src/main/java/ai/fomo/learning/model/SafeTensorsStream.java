package ai.fomo.learning.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what {@link SafeTensors#toBytes} would, byte for byte, without ever holding all of it. */
public final class SafeTensorsStream {
    /** Numbers that are turned into bytes at once. */
    private static final int PIECE = 1 << 18;

    private SafeTensorsStream() {}

    /** @throws IllegalArgumentException if an array is not as long as its shape says */
    public static void write(Map<String, String> metadata, Map<String, StreamedTensor> tensors, OutputStream out)
            throws IOException {
        SortedMap<String, StreamedTensor> ordered = new TreeMap<>(tensors);
        SortedMap<String, List<Integer>> shapes = new TreeMap<>();
        ordered.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        byte[] header = SafeTensorsHeader.write(new TreeMap<>(metadata), shapes);
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        out.write(header);
        byte[] bytes = new byte[Float.BYTES * PIECE];
        for (Map.Entry<String, StreamedTensor> entry : ordered.entrySet()) {
            StreamedTensor tensor = entry.getValue();
            long[] written = new long[1];
            tensor.values().writeTo(piece -> {
                write(piece, bytes, out);
                written[0] += piece.length;
            });
            if (written[0] != tensor.size()) {
                throw new IllegalArgumentException("tensor '" + entry.getKey() + "' of shape " + tensor.shape()
                        + " was given " + written[0] + " numbers");
            }
        }
    }

    private static void write(float[] piece, byte[] bytes, OutputStream out) throws IOException {
        for (int from = 0; from < piece.length; from += PIECE) {
            int count = Math.min(PIECE, piece.length - from);
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .put(piece, from, count);
            out.write(bytes, 0, Float.BYTES * count);
        }
    }
}
