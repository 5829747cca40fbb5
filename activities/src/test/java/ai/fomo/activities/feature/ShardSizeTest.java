package ai.fomo.activities.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.learning.feature.Encoders;
import ai.fomo.learning.feature.ProvidedWeights;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShardSizeTest {
    private static final Sha256 WEIGHTS = Sha256.of("weights".getBytes(StandardCharsets.UTF_8));

    /** Images a second, as docs/benchmarks.md has them, are not far from these. */
    @Test
    void twoCoresTakeTenToThirtySecondsForAShardOfAnyEncoder() {
        assertThat(ShardSize.of(encoder(Encoders.EFFICIENTNET_LITE0)) / 102.0).isBetween(10.0, 30.0);
        assertThat(ShardSize.of(encoder(Encoders.EFFICIENTNET_LITE0)) / 200.0).isBetween(10.0, 30.0);
        assertThat(ShardSize.of(encoder("efficientnet-lite0@int8")) / 210.0).isBetween(10.0, 30.0);
        assertThat(ShardSize.of(encoder("efficientnet-lite0@dl4j")) / 50.0).isBetween(10.0, 30.0);
        assertThat(ShardSize.of(encoder(Encoders.VGG16)) / 11.5).isBetween(10.0, 30.0);
        assertThat(ShardSize.of(encoder("vgg16@dl4j")) / 5.0).isBetween(10.0, 30.0);
        assertThat(ShardSize.of(encoder(Encoders.VGG16_BLOCK4)) / 12.5).isBetween(10.0, 30.0);
    }

    @Test
    void aShardIsWholeBatches() {
        for (String name : Encoders.names()) {
            assertThat(ShardSize.of(encoder(name)) % 8).as(name).isZero();
        }
    }

    @Test
    void featuresThatAreTooWideForMemoryMakeSmallerShards() {
        EncoderId wide = new EncoderId(Encoders.EFFICIENTNET_LITE0, WEIGHTS, "any", 1, 1_000_000);

        assertThat(ShardSize.of(wide)).isEqualTo(16);
    }

    private static EncoderId encoder(String name) {
        return new Encoders(new OneFile()).id(name);
    }

    /** Of which nothing but its digest is asked. */
    private static final class OneFile implements ProvidedWeights {
        @Override
        public Optional<Sha256> newest(String name) {
            return Optional.of(WEIGHTS);
        }

        @Override
        public byte[] read(Sha256 digest) {
            throw new IllegalStateException("nobody opens an encoder here");
        }
    }
}
