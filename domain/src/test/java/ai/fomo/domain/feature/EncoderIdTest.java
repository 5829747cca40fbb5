package ai.fomo.domain.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncoderIdTest {
    private static final Sha256 WEIGHTS = Sha256.of("weights".getBytes(StandardCharsets.UTF_8));
    private static final EncoderId ENCODER = new EncoderId("tiny", WEIGHTS, "onnxruntime-1.29.0", 1, 4);

    @Test
    void theDigestOfTheOriginalViewIsTheOneFromBeforeThereWereViews() {
        String canonical = "tiny\n" + WEIGHTS + "\nonnxruntime-1.29.0\n1\n4\n";

        assertThat(ENCODER.digest()).isEqualTo(Sha256.of(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anotherViewIsAnotherEncoder() {
        EncoderId mirror = ENCODER.with(View.MIRROR);

        assertThat(mirror).isNotEqualTo(ENCODER);
        assertThat(mirror.digest()).isNotEqualTo(ENCODER.digest());
        assertThat(mirror.with(View.ORIGINAL)).isEqualTo(ENCODER);
    }

    @Test
    void withoutAViewItIsTheOriginal() {
        assertThat(new EncoderId("tiny", WEIGHTS, "onnxruntime-1.29.0", 1, 4, null))
                .isEqualTo(ENCODER);
        assertThat(ENCODER.view()).isEqualTo(View.ORIGINAL);
    }
}
