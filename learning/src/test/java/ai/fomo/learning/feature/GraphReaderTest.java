package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.learning.model.NotAModelFileException;
import ai.fomo.learning.model.Tensor;
import ai.fomo.learning.onnx.GraphWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.junit.jupiter.api.Test;
import org.nd4j.shade.protobuf.ByteString;

class GraphReaderTest {
    private final GraphProto.Builder graph = GraphProto.newBuilder()
            .addInput(GraphWriter.batch("image", 3, 8, 8))
            .addOutput(GraphWriter.batch("features", 192));
    private final GraphWriter nodes = new GraphWriter(graph);

    @Test
    void itHasInputOutputNodesAndArrays() {
        nodes.floats("numbers", List.of(1, 2), new float[] {1, -2.5f});
        nodes.node("Flatten", "features", "image");

        GraphReader reader = read();

        assertThat(reader.input()).isEqualTo("image");
        assertThat(reader.inputShape()).containsExactly(3, 8, 8);
        assertThat(reader.output()).isEqualTo("features");
        assertThat(reader.nodes()).extracting(NodeProto::getOpType).containsExactly("Flatten");
        Tensor numbers = reader.array("numbers");
        assertThat(numbers.shape()).containsExactly(1, 2);
        assertThat(numbers.values()).containsExactly(1, -2.5f);
    }

    @Test
    void whatLiesBehindACastIsAnArrayLikeAnyOther() {
        halves("half");
        nodes.node("Cast", "numbers", "half")
                .addAttribute(GraphWriter.integer("to", TensorProto.DataType.FLOAT.getNumber()));

        GraphReader reader = read();

        assertThat(reader.nodes()).isEmpty();
        assertThat(reader.array("numbers").values()).containsExactly(1, -2);
    }

    @Test
    void castsToOtherTypesStayNodes() {
        halves("half");
        nodes.node("Cast", "numbers", "half")
                .addAttribute(GraphWriter.integer("to", TensorProto.DataType.INT64.getNumber()));

        assertThat(read().nodes()).hasSize(1);
        assertThat(read().isArray("numbers")).isFalse();
    }

    @Test
    void whatIsNoSuchGraphIsRefusedInASentence() {
        graph.addInitializerBuilder().setName("count").setDataType(TensorProto.DataType.INT64.getNumber());

        assertThatThrownBy(() -> new GraphReader(new byte[] {1, 2, 3}))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessageStartingWith("it is not ONNX: ");
        assertThatThrownBy(() -> read().array("more"))
                .isInstanceOf(NotAModelFileException.class)
                .hasMessage("there is no array 'more' in it");
        assertThatThrownBy(() -> read().array("count")).hasMessage("array 'count' is of type INT64, and not of floats");
        graph.addOutput(GraphWriter.batch("more", 1));
        assertThatThrownBy(this::read).hasMessage("its graph has 1 inputs and 2 outputs, and not one of each");
    }

    /** 1 and -2 in IEEE 754's binary16. */
    private void halves(String name) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0x3C00).putShort((short) 0xC000).flip();
        graph.addInitializerBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT16.getNumber())
                .addDims(2)
                .setRawData(ByteString.copyFrom(bytes));
    }

    private GraphReader read() {
        return new GraphReader(GraphWriter.model(graph, 17).build().toByteArray());
    }
}
