package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class HostArrayTest {
    @BeforeAll
    static void start() {
        Backend.start(Device.CPU);
    }

    @Test
    void whatIsWrittenIsTheArrays() {
        INDArray array = Nd4j.createFromArray(1f, 2, 3, 4, 5);

        HostArray.of(array).slice(1, 3).put(0, -2).put(2, -4);

        assertThat(array.toFloatVector()).containsExactly(1, -2, 3, -4, 5);
    }

    @Test
    void aViewBeginsWhereItLies() {
        INDArray all = Nd4j.createFromArray(1f, 2, 3, 4, 5, 6);
        HostArray part = HostArray.of(all.get(NDArrayIndex.interval(2, 5)));

        assertThat(part.toArray()).containsExactly(3, 4, 5);
        assertThat(part.slice(1, 2).get(0)).isEqualTo(4);
        assertThat(Float.intBitsToFloat(part.bits(2, 1).get(0))).isEqualTo(5);
        HostArray.of(all.reshape(2, 3).getRow(1)).slice(0, 1).put(0, -4);
        assertThat(all.getFloat(3)).isEqualTo(-4);
    }

    @Test
    void whatIsNotThereIsRefused() {
        HostArray part = HostArray.of(Nd4j.createFromArray(1f, 2, 3, 4, 5, 6).get(NDArrayIndex.interval(2, 5)));

        assertThatThrownBy(() -> part.slice(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> part.bits(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void numbersWithGapsInAnotherOrderOrOfAnotherTypeAreRefused() {
        INDArray matrix = Nd4j.create(DataType.FLOAT, 3, 4);

        for (INDArray wrong : new INDArray[] {
            matrix.transpose(),
            matrix.getColumn(1),
            matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3)),
            Nd4j.create(DataType.DOUBLE, 3)
        }) {
            assertThatThrownBy(() -> HostArray.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
