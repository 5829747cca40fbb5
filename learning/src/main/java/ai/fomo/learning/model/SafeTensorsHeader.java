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
        SortedMap<String, List<Integer>> shapes = new TreeMap<>();
        content.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return write(content.metadata(), shapes);
    }

    /** @param shapes by name; their arrays follow the header in this order, without gaps */
    static byte[] write(SortedMap<String, String> texts, SortedMap<String, List<Integer>> shapes) {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode metadata = header.putObject(METADATA);
        texts.forEach(metadata::put);
        long offset = 0;
        for (Map.Entry<String, List<Integer>> entry : shapes.entrySet()) {
            ObjectNode place = header.putObject(entry.getKey());
            place.put("dtype", "F32");
            ArrayNode shape = place.putArray("shape");
            long end = offset + Float.BYTES;
            for (int extent : entry.getValue()) {
                shape.add(extent);
                end = offset + (end - offset) * extent;
            }
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

    /**
     * What a file says it holds, checked against its size.
     *
     * @param places in the order of the names; positions are counted from the end of the header
     * @param length of the header with the number before it
     */
    record Layout(SortedMap<String, String> metadata, List<Place> places, long length) {}

    /**
     * @param size of the whole file, of which {@code start} is the beginning, with the header in it
     * @throws NotAModelFileException if it is not such a file, or holds other than float32
     */
    static Layout read(byte[] start, long size) {
        long length = headerLength(start, size);
        JsonNode header = parse(start, (int) length);
        SortedMap<String, String> metadata = new TreeMap<>();
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().equals(METADATA)) {
                readMetadata(entry.getValue(), metadata);
            } else {
                places.add(Place.read(entry.getKey(), entry.getValue()));
            }
        }
        checkThatTheyFill(places, size - Long.BYTES - length);
        places.sort(java.util.Comparator.comparing(Place::name));
        return new Layout(metadata, List.copyOf(places), Long.BYTES + length);
    }

    /**
     * Of the header, without the number that says it.
     *
     * @throws NotAModelFileException where it cannot be
     */
    static long headerLength(byte[] start, long size) {
        if (start.length < Long.BYTES) {
            throw new NotAModelFileException("not a safetensors file: it has only " + start.length + " bytes");
        }
        long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > Math.min(MAXIMUM_LENGTH, size - Long.BYTES)) {
            throw new NotAModelFileException("not a safetensors file: a header of " + Long.toUnsignedString(length)
                    + " bytes does not fit in " + size);
        }
        return length;
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

    private static void readMetadata(JsonNode node, Map<String, String> metadata) {
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

    /** Where an array lies. */
    record Place(String name, List<Integer> shape, long begin, long end) {
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
