package ai.fomo.learning.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named float32 arrays in the safetensors format, written canonically: names sorted, arrays in that order without gaps,
 * header padded to 8 bytes. Equal content is equal bytes.
 *
 * @param metadata texts by name
 */
public record SafeTensors(SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) {
    public SafeTensors {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    }

    public static SafeTensors of(Map<String, String> metadata, Map<String, Tensor> tensors) {
        return new SafeTensors(new TreeMap<>(metadata), new TreeMap<>(tensors));
    }

    public byte[] toBytes() {
        byte[] header = SafeTensorsHeader.write(this);
        long size = Long.BYTES + (long) header.length;
        for (Tensor tensor : tensors.values()) {
            size += (long) Float.BYTES * tensor.values().length;
        }
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header);
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.values()) {
                file.putFloat(value);
            }
        }
        return file.array();
    }

    /**
     * Reads a file from anywhere: every size is checked against the file's before anything is allocated by it.
     *
     * @throws NotAModelFileException if it is not such a file, or holds other than float32
     */
    public static SafeTensors parse(byte[] file) {
        TensorFile parsed = TensorFile.parse(file);
        Map<String, Tensor> tensors = new TreeMap<>();
        parsed.slices().forEach((name, slice) -> {
            FloatBuffer numbers = slice.values().asFloatBuffer();
            float[] values = new float[numbers.remaining()];
            numbers.get(values);
            tensors.put(name, new Tensor(slice.shape(), values));
        });
        return of(parsed.metadata(), tensors);
    }

    /** @throws NotAModelFileException if there is none of the name and number of dimensions */
    public Tensor tensor(String name, int dimensions) {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.shape().size() != dimensions) {
            throw new NotAModelFileException("there is no " + dimensions + "-dimensional tensor '" + name + "' in it");
        }
        return tensor;
    }

    /** @throws NotAModelFileException if there is none of the name */
    public String text(String name) {
        String text = metadata.get(name);
        if (text == null) {
            throw new NotAModelFileException("its metadata has no '" + name + "'");
        }
        return text;
    }

    /** @throws NotAModelFileException if its metadata say that it is of another format */
    public SafeTensors require(String format) {
        if (!text("format").equals(format)) {
            throw new NotAModelFileException("its format is '" + text("format") + "', not '" + format + "'");
        }
        return this;
    }
}
