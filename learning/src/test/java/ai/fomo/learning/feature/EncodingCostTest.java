package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EncodingCostTest {
    @Test
    void everyEncoderHasACostAndDeeplearning4jAHigherOne() {
        for (String encoder : Encoders.names()) {
            assertThat(EncodingCost.coreMilliseconds(encoder + "@dl4j"))
                    .as(encoder)
                    .isGreaterThan(EncodingCost.coreMilliseconds(encoder));
        }
    }

    @Test
    void aNetworkThatNobodyHasMeasuredIsNamed() {
        assertThatThrownBy(() -> EncodingCost.coreMilliseconds("resnet50@dl4j"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'resnet50@dl4j'");
    }
}
