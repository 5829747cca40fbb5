package ai.fomo.learning.feature;

import ai.fomo.learning.onnx.GraphWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Large arrays of a model in a file beside it: ONNX Runtime maps them, and has no copy in memory of its own. */
final class ArrayFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private ArrayFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static ArrayFile create(Path path) throws IOException {
        return new ArrayFile(
                path,
                FileChannel.open(
                        path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Makes room for an array of this shape, and says so in the model. What is put into the buffer is in the file. */
    FloatBuffer append(GraphWriter nodes, String name, long... shape) {
        long bytes = Float.BYTES;
        for (long extent : shape) {
            bytes *= extent;
        }
        try {
            long offset = channel.size();
            nodes.beside(name, path.getFileName().toString(), offset, bytes, shape);
            return channel.map(FileChannel.MapMode.READ_WRITE, offset, bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
