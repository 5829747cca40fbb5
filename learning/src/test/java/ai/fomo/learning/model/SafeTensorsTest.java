package ai.fomo.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
    private static final SafeTensors EXAMPLE = SafeTensors.of(
            Map.of("format", "example", "note", "ü \"quoted\""),
            Map.of(
                    "b", Tensor.matrix(2, 3, new float[] {1, 2, 3, 4, 5, Float.MIN_VALUE}),
                    "a", Tensor.vector(new float[] {-0f}),
                    "empty", Tensor.vector(new float[0])));

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        byte[] file = EXAMPLE.toBytes();
        SafeTensors read = SafeTensors.parse(file);

        assertThat(read.metadata()).isEqualTo(EXAMPLE.metadata());
        assertThat(read.tensors().keySet()).containsExactly("a", "b", "empty");
        assertThat(read.tensor("b", 2).values()).containsExactly(1, 2, 3, 4, 5, Float.MIN_VALUE);
        assertThat(read.toBytes()).isEqualTo(file);
    }

    @Test
    void theLayoutIsThatOfTheFormatItself() {
        byte[] file = SafeTensors.of(Map.of(), Map.of("x", Tensor.vector(new float[] {1})))
                .toBytes();
        String header = "{\"__metadata__\":{},\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        String padded = header + " ".repeat((8 - header.length() % 8) % 8);

        assertThat(file).isEqualTo(file(padded, new byte[] {0, 0, (byte) 0x80, 0x3F}));
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] file = EXAMPLE.toBytes();

        for (int length = 0; length < file.length; length++) {
            byte[] truncated = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> SafeTensors.parse(truncated)).isInstanceOf(NotAModelFileException.class);
        }
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        byte[] file = EXAMPLE.toBytes();
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = file.clone();
            damaged[random.nextInt(file.length)] = (byte) random.nextInt();
            try {
                SafeTensors.parse(damaged);
            } catch (NotAModelFileException e) {
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 100, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE})
    void aHeaderThatDoesNotFitIsRefused(long length) {
        byte[] file = ByteBuffer.allocate(40)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();

        assertThatThrownBy(() -> SafeTensors.parse(file))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessageContaining("header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"x\":1}",
                "{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,4],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1073741825,4],\"data_offsets\":[0,16]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"__metadata__\":{\"n\":1},\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}}",
            })
    void aHeaderThatLiesIsRefused(String header) {
        assertThatThrownBy(() -> SafeTensors.parse(file(header, new byte[8])))
                .isInstanceOf(NotAModelFileException.class);
    }

    private static byte[] file(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }
}
