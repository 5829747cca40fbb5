package ai.fomo.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PretrainedWeightsTest {
    @ParameterizedTest
    @EnumSource
    void theShippedFileHasTheDigestThatItGoesBy(PretrainedWeights weights) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(weights.read());

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(weights.sha256());
    }
}
