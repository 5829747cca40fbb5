package ai.fomo.worker.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.feature.FeatureIndex;
import ai.fomo.domain.feature.FeatureManifest;
import ai.fomo.domain.feature.View;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.worker.command.CommandRun;
import ai.fomo.worker.configuration.Configuration;
import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code fomo features}, over real services. */
@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesCommandIT {
    private final Map<String, String> variables = new HashMap<>();
    private FeatureServices services;
    private TestServer.PortBoundTestServer temporal;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        services = new FeatureServices(directory);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        temporal = TestServer.createPortBoundServer(port);
        variables.putAll(services.variables());
        variables.put("TEMPORAL_ADDRESS", "127.0.0.1:" + port);
        variables.put("FOMO_HOME", directory.resolve("home").toString());
    }

    @AfterAll
    void stop() throws Exception {
        temporal.close();
        services.close();
    }

    @Test
    void statusCountsWhatIsThereAndListsWhatIsLeftOut() throws Exception {
        byte[] none = "no image".getBytes(StandardCharsets.UTF_8);
        Dataset dataset = services.dataset(
                "status",
                List.of(
                        FeatureServices.picture("status 1"),
                        FeatureServices.picture("status 2"),
                        none,
                        FeatureServices.picture("status 3"),
                        FeatureServices.picture("status 4")));
        services.extract(dataset);
        services.extract(dataset, View.MIRROR);

        CommandRun text = fomo("features", "status", "--dataset", "status");
        JsonNode status =
                fomo("features", "status", "--dataset", "status", "--json").json();

        assertThat(text.exitCode()).isZero();
        assertThat(text.results())
                .containsPattern("efficientnet-lite0 +original .* 4 +0 +1 +1 ")
                .containsPattern("efficientnet-lite0 +mirror .* 2 +0 +1 +1 ")
                .contains(Sha256.of(none).hex());
        assertThat(status.at("/dataset").asText()).isEqualTo("status");
        assertThat(status.at("/encoders/0/encoder/view").asText()).isEqualTo("original");
        assertThat(status.at("/encoders/0/images").asInt()).isEqualTo(4);
        assertThat(status.at("/encoders/0/bad/0/image").asText())
                .isEqualTo(Sha256.of(none).hex());
        assertThat(status.at("/encoders/0/bad/0/lost").asBoolean()).isFalse();
        assertThat(status.at("/encoders/0/bytes").asLong()).isGreaterThan(4 * 1280 * 2);
    }

    @Test
    void whatVerifyRepairsIsMissingUntilItIsComputedAgain() throws Exception {
        Dataset dataset = services.dataset("verified", 4);
        FeatureManifest manifest = services.extract(dataset);
        assertThat(fomo("features", "verify", "--dataset", "verified").exitCode())
                .isZero();
        Sha256 shard = shard(manifest);
        services.damage(BlobKind.FEATURES, shard);

        CommandRun found = fomo("features", "verify", "--dataset", "verified");
        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.results()).contains("damaged, 4 images: features/" + shard, "--repair");
        assertThat(encoder("verified").at("/missing").asInt()).isZero();

        JsonNode repaired = fomo("features", "verify", "--dataset", "verified", "--repair", "--json")
                .json();
        assertThat(repaired.at("/encoders/0/unreadable/0/state").asText()).isEqualTo("DAMAGED");
        assertThat(repaired.at("/encoders/0/dropped").asInt()).isEqualTo(4);
        assertThat(encoder("verified").at("/missing").asInt()).isEqualTo(4);
        assertThat(encoder("verified").at("/repairs").findValuesAsText("shard")).contains(shard.hex());

        services.extract(dataset);
        assertThat(fomo("features", "verify", "--dataset", "verified").exitCode())
                .isZero();
        assertThat(encoder("verified").at("/images").asInt()).isEqualTo(4);
    }

    @Test
    void aMissingShardIsToldFromADamagedOne() throws Exception {
        FeatureManifest manifest = services.extract(services.dataset("missing", 3));
        services.lose(BlobKind.FEATURES, shard(manifest));

        JsonNode verified =
                fomo("features", "verify", "--dataset", "missing", "--json").json();

        assertThat(verified.at("/encoders/0/unreadable/0/state").asText()).isEqualTo("MISSING");
        assertThat(verified.at("/encoders/0/unreadable/0/images").asInt()).isEqualTo(3);
    }

    @Test
    void aDatasetWithoutFeaturesSaysHowToComeByThem() throws Exception {
        services.dataset("bare", 3);

        CommandRun status = fomo("features", "status", "--dataset", "bare", "--encoder", "vgg16");

        assertThat(status.exitCode()).isZero();
        assertThat(status.results().strip())
                .isEqualTo("dataset bare has no features of vgg16 yet;"
                        + " fomo retrain --dataset bare --encoder vgg16 computes them");
        assertThat(fomo("features", "status", "--dataset", "bare", "--encoder", "vgg16@dl4j")
                        .results())
                .contains("has no features of vgg16@dl4j yet");
        assertThat(fomo("features", "verify", "--dataset", "bare").exitCode()).isZero();
    }

    @Test
    void aDatasetThatIsNoneIsOneSentence() {
        CommandRun answer = fomo("features", "status", "--dataset", "nowhere");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.messages().lines()).singleElement().asString().contains("there is no dataset 'nowhere'");
    }

    private JsonNode encoder(String dataset) throws IOException {
        return fomo("features", "status", "--dataset", dataset, "--json").json().at("/encoders/0");
    }

    private Sha256 shard(FeatureManifest manifest) {
        return FeatureIndex.parse(services.blobs().get(BlobKind.FEATURES, manifest.blob()))
                .locations()
                .values()
                .iterator()
                .next()
                .shard();
    }

    private CommandRun fomo(String... arguments) {
        return CommandRun.of(Configuration.from(variables), arguments);
    }
}
