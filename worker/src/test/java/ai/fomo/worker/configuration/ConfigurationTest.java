package ai.fomo.worker.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.learning.training.Device;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @Test
    void withNothingSetEveryServiceIsEmbedded() {
        Configuration configuration = Configuration.from(Map.of());

        assertThat(configuration.embedsAny()).isTrue();
        assertThat(configuration.postgres()).isEmpty();
        assertThat(configuration.s3()).isEmpty();
        assertThat(configuration.temporal()).isEmpty();
        assertThat(configuration.home()).isAbsolute();
    }

    @Test
    void withEveryAddressSetNoneIs() {
        Configuration configuration = Configuration.from(Map.of(
                "FOMO_POSTGRES_URL", "jdbc:postgresql://db:5432/fomo",
                "FOMO_POSTGRES_USER", "fomo",
                "FOMO_POSTGRES_PASSWORD", "secret",
                "FOMO_S3_ENDPOINT", "http://s3:9000",
                "FOMO_S3_ACCESS_KEY", "access",
                "FOMO_S3_SECRET_KEY", "secret",
                "TEMPORAL_ADDRESS", "temporal:7233",
                "TEMPORAL_NAMESPACE", "posters"));

        assertThat(configuration.embedsAny()).isFalse();
        assertThat(configuration.temporal()).hasValueSatisfying(temporal -> {
            assertThat(temporal.address()).isEqualTo("temporal:7233");
            assertThat(temporal.namespace()).isEqualTo("posters");
        });
        assertThat(configuration.s3()).map(S3Connection::bucket).hasValue("fomo");
    }

    @Test
    void secretsStayOutOfWhatIsPrinted() {
        Configuration configuration = Configuration.from(Map.of(
                "FOMO_POSTGRES_URL", "jdbc:postgresql://db/fomo",
                "FOMO_POSTGRES_USER", "fomo",
                "FOMO_POSTGRES_PASSWORD", "hidden-1",
                "FOMO_S3_ENDPOINT", "http://s3",
                "FOMO_S3_ACCESS_KEY", "access",
                "FOMO_S3_SECRET_KEY", "hidden-2",
                "FOMO_SPOTIFY_CLIENT_ID", "id",
                "FOMO_SPOTIFY_CLIENT_SECRET", "hidden-3"));

        assertThat(configuration.toString()).doesNotContain("hidden");
    }

    @Test
    void theDeviceIsChosenWhereNothingElseIsSaid() {
        assertThat(Configuration.from(Map.of()).device()).isEqualTo(Device.AUTO);
        assertThat(Configuration.from(Map.of("FOMO_DEVICE", "cpu")).device()).isEqualTo(Device.CPU);
        assertThat(Configuration.from(Map.of("FOMO_DEVICE", "GPU")).device()).isEqualTo(Device.GPU);
    }

    @Test
    void aDeviceThatThereIsNotIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Configuration.from(Map.of("FOMO_DEVICE", "tpu")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("FOMO_DEVICE is 'tpu', but must be one of auto, cpu, gpu.");
    }

    @Test
    void theFeatureCacheIsBoundedWithAndWithoutBeingTold() {
        assertThat(Configuration.from(Map.of()).featureCache()).isEqualTo(20L << 30);
        assertThat(featureCache("500m")).isEqualTo(500L << 20);
        assertThat(featureCache("3T")).isEqualTo(3L << 40);
        assertThat(featureCache("64k")).isEqualTo(65_536);
        assertThat(featureCache("123456789012")).isEqualTo(123_456_789_012L);
        assertThat(featureCache("0")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20 g", "-1", "1.5g", "20gb", "much", "g", "9999999999999999999", "99999999999t"})
    void aSizeThatCannotBeIsAnsweredWithOneThatCan(String size) {
        assertThatThrownBy(() -> featureCache(size))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "FOMO_FEATURE_CACHE is '" + size + "', but must be a size such as 20g or 500m, or 0 for none.");
    }

    private static long featureCache(String size) {
        return Configuration.from(Map.of("FOMO_FEATURE_CACHE", size)).featureCache();
    }

    @Test
    void aValueThatCannotBeIsNamedWithItsVariable() {
        assertThatThrownBy(() -> Configuration.from(Map.of("FOMO_S3_PORT", "70000")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FOMO_S3_PORT is '70000'");
        assertThatThrownBy(() -> Configuration.from(Map.of("FOMO_S3_ENDPOINT", "s3:9000")))
                .hasMessageContaining("FOMO_S3_ENDPOINT")
                .hasMessageContaining("http://");
        assertThatThrownBy(() -> Configuration.from(Map.of("FOMO_POSTGRES_URL", "postgres://db")))
                .hasMessageContaining("jdbc:postgresql://host:5432/database");
        assertThatThrownBy(() -> Configuration.from(Map.of("FOMO_LOG_LEVEL", "loud")))
                .hasMessageContaining("FOMO_LOG_LEVEL is 'loud'");
    }

    @Test
    void whatBelongsTogetherIsAskedForTogether() {
        assertThatThrownBy(() -> Configuration.from(Map.of("FOMO_POSTGRES_URL", "jdbc:postgresql://db/fomo")))
                .hasMessage("FOMO_POSTGRES_USER is not set, but FOMO_POSTGRES_URL is set: set it too.");
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() {
        assertThat(Configuration.from(Map.of("FOMO_POSTGRES_URL", "", "FOMO_HOME", " ")))
                .extracting(Configuration::postgres, Configuration::home)
                .containsExactly(Optional.empty(), Path.of(".fomo").toAbsolutePath());
    }
}
