package ai.fomo.learning.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The arrays of a safetensors file where they lie on disk. Good as long as nobody changes the file; it may be deleted.
 */
public final class MappedTensors {
    private final SortedMap<String, String> metadata;
    private final SortedMap<String, FloatBuffer> tensors;

    private MappedTensors(SortedMap<String, String> metadata, SortedMap<String, FloatBuffer> tensors) {
        this.metadata = metadata;
        this.tensors = tensors;
    }

    /** @throws NotAModelFileException if it is not such a file, or its metadata say that it is of another format */
    public static MappedTensors open(Path file, String format) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SafeTensorsHeader.Layout layout = SafeTensorsHeader.read(start(channel), channel.size());
            SortedMap<String, FloatBuffer> tensors = new TreeMap<>();
            for (SafeTensorsHeader.Place place : layout.places()) {
                tensors.put(
                        place.name(),
                        channel.map(
                                        FileChannel.MapMode.READ_ONLY,
                                        layout.length() + place.begin(),
                                        place.end() - place.begin())
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .asFloatBuffer());
            }
            // The metadata say what it is, as for a file that is read whole.
            new SafeTensors(layout.metadata(), new TreeMap<>()).require(format);
            return new MappedTensors(layout.metadata(), tensors);
        }
    }

    /** The header, and what may follow it. */
    private static byte[] start(FileChannel channel) throws IOException {
        byte[] length = read(channel, Long.BYTES);
        return read(channel, Math.toIntExact(Long.BYTES + SafeTensorsHeader.headerLength(length, channel.size())));
    }

    private static byte[] read(FileChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(bytes, channel.size()));
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            // Until all of it is there.
        }
        return buffer.array();
    }

    public SortedMap<String, String> metadata() {
        return Collections.unmodifiableSortedMap(metadata);
    }

    /** In row-major order, by name; each a view of its own. */
    public SortedMap<String, FloatBuffer> tensors() {
        SortedMap<String, FloatBuffer> views = new TreeMap<>();
        tensors.forEach((name, tensor) -> views.put(name, tensor.duplicate()));
        return views;
    }
}
