package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.systemtests.harness.CommandResult;
import ai.fomo.systemtests.harness.FomoHome;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, smaller than people see it. */
class DemoIT {
    @Test
    void theDemoPromotesAModelAndTheSecondTimeFetchesAndComputesNothing(@TempDir Path directory) {
        try (FomoHome fomo = FomoHome.in(directory)) {
            CommandResult first = fomo.run("demo", "--exit", "--json", "--albums", "320", "--posters", "4");
            assertThat(first.exitCode()).as("%s", first).isZero();
            assertThat(FomoHome.servicesOf(fomo.data()))
                    .as("what a command started, it stops")
                    .isEmpty();
            assertThat(first.standardError()).containsIgnoringCase("synthetic");
            JsonNode document = first.json();
            assertThat(document.at("/synthetic").asBoolean()).isTrue();
            assertThat(document.at("/retrain/outcome").asText()).isEqualTo("PROMOTED");
            assertThat(document.at("/posters")).hasSize(4);
            for (JsonNode poster : document.at("/posters")) {
                assertThat(poster.at("/genres")).isNotEmpty();
            }

            long readBefore = readings(fomo).count();
            CommandResult second = fomo.run("demo", "--exit", "--json", "--albums", "320", "--posters", "4");
            assertThat(second.exitCode()).as("%s", second).isZero();
            assertThat(second.json().at("/retrain/stages/features/computed").asInt())
                    .isZero();
            assertThat(readings(fomo).skip(readBefore))
                    .as("features that come from S3")
                    .isNotEmpty()
                    .allMatch(line -> line.contains(": fetched 0 of "));
            assertThat(second.json().at("/retrain/model/digest")).isEqualTo(document.at("/retrain/model/digest"));
        }
    }

    /** The log's lines on what was read of features, and how much of it had to be fetched. */
    private static Stream<String> readings(FomoHome fomo) {
        return fomo.log().lines().filter(line -> line.contains("FeatureReader"));
    }
}
