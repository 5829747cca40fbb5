package ai.fomo.learning.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A safetensors file whose arrays stay in its bytes: where it is so large that a copy counts.
 *
 * @param metadata texts by name
 */
public record TensorFile(SortedMap<String, String> metadata, SortedMap<String, Slice> slices) {
    /**
     * @param shape size of each dimension, outermost first
     * @param values float32, little-endian, in row-major order; a view that is not to be written to
     */
    public record Slice(List<Integer> shape, ByteBuffer values) {
        public Slice {
            shape = List.copyOf(shape);
        }
    }

    public TensorFile {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        slices = Collections.unmodifiableSortedMap(new TreeMap<>(slices));
    }

    /**
     * Reads a file from anywhere: every size is checked against the file's.
     *
     * @throws NotAModelFileException if it is not such a file, or holds other than float32
     */
    public static TensorFile parse(byte[] file) {
        SafeTensorsHeader.Layout layout = SafeTensorsHeader.read(file, file.length);
        SortedMap<String, Slice> slices = new TreeMap<>();
        for (SafeTensorsHeader.Place place : layout.places()) {
            ByteBuffer values = ByteBuffer.wrap(file)
                    .slice((int) (layout.length() + place.begin()), (int) (place.end() - place.begin()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            slices.put(place.name(), new Slice(place.shape(), values));
        }
        return new TensorFile(layout.metadata(), slices);
    }

    /** @throws NotAModelFileException if its metadata say that it is of another format */
    public TensorFile require(String format) {
        String found = metadata.get("format");
        if (!format.equals(found)) {
            throw new NotAModelFileException("its format is '" + found + "', not '" + format + "'");
        }
        return this;
    }

    /**
     * @return float32, little-endian, in row-major order
     * @throws NotAModelFileException if there is no array of the name and shape
     */
    public ByteBuffer values(String name, List<Integer> shape) {
        Slice slice = slices.get(name);
        if (slice == null || !slice.shape().equals(shape)) {
            throw new NotAModelFileException("there is no array '" + name + "' of shape " + shape + " in it"
                    + (slice == null ? "" : ", but one of " + slice.shape()));
        }
        return slice.values();
    }
}
