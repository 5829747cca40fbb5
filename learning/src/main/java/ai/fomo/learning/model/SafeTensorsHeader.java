package ai.fomo.learning.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON header of a safetensors file: 8 bytes of length, the header, then the arrays that it places. */
final class SafeTensorsHeader {
    private static final String METADATA = "__metadata__";
    private static final int MAXIMUM_LENGTH = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(8).build());
    }

    private SafeTensorsHeader() {}

    static byte[] write(SafeTensors content) {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode metadata = header.putObject(METADATA);
        content.metadata().forEach(metadata::put);
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : content.tensors().entrySet()) {
            ObjectNode place = header.putObject(entry.getKey());
            place.put("dtype", "F32");
            ArrayNode shape = place.putArray("shape");
            entry.getValue().shape().forEach(shape::add);
            long end = offset + (long) Float.BYTES * entry.getValue().values().length;
            place.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        try {
            byte[] json = JSON.writeValueAsBytes(header);
            byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
            Arrays.fill(padded, json.length, padded.length, (byte) ' ');
            return padded;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }

    static TensorFile read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < Long.BYTES) {
            throw new NotAModelFileException("not a safetensors file: it has only " + file.length + " bytes");
        }
        long length = bytes.getLong();
        if (length < 2 || length > Math.min(MAXIMUM_LENGTH, bytes.remaining())) {
            throw new NotAModelFileException("not a safetensors file: a header of " + Long.toUnsignedString(length)
                    + " bytes does not fit in " + file.length);
        }
        JsonNode header = parse(file, (int) length);
        bytes.position(Long.BYTES + (int) length);
        return read(header, bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private static JsonNode parse(byte[] file, int length) {
        try {
            JsonNode header = JSON.readTree(file, Long.BYTES, length);
            if (!header.isObject()) {
                throw new NotAModelFileException("not a safetensors file: its header is not a JSON object");
            }
            return header;
        } catch (IOException e) {
            throw new NotAModelFileException("not a safetensors file: its header is not JSON", e);
        }
    }

    private static TensorFile read(JsonNode header, ByteBuffer data) {
        SortedMap<String, String> metadata = new TreeMap<>();
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().equals(METADATA)) {
                readMetadata(entry.getValue(), metadata);
            } else {
                places.add(Place.read(entry.getKey(), entry.getValue()));
            }
        }
        checkThatTheyFill(places, data.remaining());
        SortedMap<String, TensorFile.Slice> slices = new TreeMap<>();
        for (Place place : places) {
            ByteBuffer values = data.slice((int) place.begin(), (int) (place.end() - place.begin()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            slices.put(place.name(), new TensorFile.Slice(place.shape(), values));
        }
        return new TensorFile(metadata, slices);
    }

    private static void readMetadata(JsonNode node, SortedMap<String, String> metadata) {
        for (Map.Entry<String, JsonNode> text : node.properties()) {
            if (!text.getValue().isTextual()) {
                throw new NotAModelFileException("metadata '" + text.getKey() + "' is not a text");
            }
            metadata.put(text.getKey(), text.getValue().textValue());
        }
    }

    /** One after another from 0 to the end: no overlap, no gap, nothing beyond. */
    private static void checkThatTheyFill(List<Place> places, long size) {
        List<Place> ordered = new ArrayList<>(places);
        ordered.sort(java.util.Comparator.comparingLong(Place::begin).thenComparingLong(Place::end));
        long at = 0;
        for (Place place : ordered) {
            if (place.begin() != at) {
                throw new NotAModelFileException(
                        "tensor '" + place.name() + "' begins at " + place.begin() + ", not at " + at);
            }
            at = place.end();
        }
        if (at != size) {
            throw new NotAModelFileException("its tensors take " + at + " bytes, but it has " + size);
        }
    }

    private record Place(String name, List<Integer> shape, long begin, long end) {
        static Place read(String name, JsonNode node) {
            if (!node.path("dtype").asText().equals("F32")) {
                throw new NotAModelFileException("tensor '" + name + "' is not of type F32");
            }
            List<Integer> shape = new ArrayList<>();
            long size = Float.BYTES;
            for (JsonNode extent : node.path("shape")) {
                if (!extent.canConvertToInt() || !extent.isIntegralNumber() || extent.intValue() < 0) {
                    throw new NotAModelFileException("tensor '" + name + "' has a dimension of " + extent);
                }
                shape.add(extent.intValue());
                // Saturates: a product beyond any file is refused below all the same.
                size = Math.min(Integer.MAX_VALUE, size) * extent.intValue();
            }
            JsonNode offsets = node.path("data_offsets");
            if (!offsets.path(0).canConvertToLong() || !offsets.path(1).canConvertToLong() || offsets.size() != 2) {
                throw new NotAModelFileException("tensor '" + name + "' has no data_offsets");
            }
            long begin = offsets.path(0).longValue();
            long end = offsets.path(1).longValue();
            if (begin < 0 || end < begin || end - begin != size) {
                throw new NotAModelFileException(
                        "tensor '" + name + "' of shape " + shape + " lies from " + begin + " to " + end);
            }
            return new Place(name, shape, begin, end);
        }
    }
}
