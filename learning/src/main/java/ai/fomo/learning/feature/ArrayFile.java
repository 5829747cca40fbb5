package ai.fomo.learning.feature;

import ai.fomo.learning.onnx.GraphWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Large arrays of a model in a file beside it: ONNX Runtime maps them, and has no copy in memory of its own. */
final class ArrayFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    private ArrayFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static ArrayFile create(Path path) throws IOException {
        return new ArrayFile(path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Says in the model that an array of this shape begins here; its numbers are what is written next. */
    void begin(GraphWriter nodes, String name, long... shape) {
        try {
            nodes.beside(name, path.getFileName().toString(), channel.position(), shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException where there is no room for them, as writing to mapped memory would not */
    void write(float[] values) {
        if (bytes.capacity() < Float.BYTES * values.length) {
            bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        }
        bytes.clear().limit(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
