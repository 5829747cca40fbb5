package ai.fomo.activities.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.learning.feature.Encoders;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OpenEncodersTest {
    private static final EncoderId OURS = Encoders.shipped().id(Encoders.EFFICIENTNET_LITE0);

    @Test
    void anEncoderOfOtherWeightsThanThoseThatShipIsRefused() {
        Sha256 other = Sha256.of("other weights".getBytes(StandardCharsets.UTF_8));
        EncoderId wanted = new EncoderId(
                OURS.name(), other, OURS.runtime(), OURS.preprocessing(), OURS.dimension(), View.ORIGINAL);

        try (OpenEncoders open = new OpenEncoders(Encoders.shipped())) {
            assertThatThrownBy(() -> open.open(wanted))
                    .isInstanceOf(EncoderMismatchException.class)
                    .hasMessageContaining("asked for was " + OURS.runtime() + ", weights " + other.abbreviated());
        }
    }

    @Test
    void anEncoderOfAnotherRuntimeOrPreprocessingIsRefused() {
        EncoderId runtime =
                new EncoderId(OURS.name(), OURS.weights(), "onnxruntime-0.1", OURS.preprocessing(), OURS.dimension());
        EncoderId preprocessing =
                new EncoderId(OURS.name(), OURS.weights(), OURS.runtime(), OURS.preprocessing() + 1, OURS.dimension());

        try (OpenEncoders open = new OpenEncoders(Encoders.shipped())) {
            assertThatThrownBy(() -> open.open(runtime)).isInstanceOf(EncoderMismatchException.class);
            assertThatThrownBy(() -> open.open(preprocessing)).isInstanceOf(EncoderMismatchException.class);
        }
    }

    @Test
    void theViewsOfAnEncoderAreBothOpened() {
        try (OpenEncoders open = new OpenEncoders(Encoders.shipped())) {
            assertThat(open.open(OURS).id()).isEqualTo(OURS);
            assertThat(open.open(OURS.with(View.MIRROR)).id()).isEqualTo(OURS.with(View.MIRROR));
        }
    }
}
