package ai.fomo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.systemtests.harness.CommandResult;
import ai.fomo.systemtests.harness.FomoHome;
import ai.fomo.systemtests.harness.LabelledImages;
import ai.fomo.systemtests.harness.PlatformProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that owns services and worker dies without a word, in the middle of its work. */
class KilledOwnerIT {
    @Test
    void aRetrainingThatIsKilledInTwoOfItsStagesEndsInTheModelOfOneThatWasNot(@TempDir Path directory) {
        LabelledImages images = LabelledImages.draw(directory.resolve("own"), 240, 7);
        try (FomoHome fomo = FomoHome.in(directory)) {
            PlatformProcess up = fomo.up();
            CommandResult imported = fomo.run(
                    "dataset",
                    "import",
                    "--name",
                    "own",
                    "--csv",
                    images.csv().toString(),
                    "--images",
                    images.images().toString(),
                    "--classes-from-labels");
            assertThat(imported.exitCode()).as("%s", imported).isZero();

            PlatformProcess follower = fomo.start("retrain", "--dataset", "own");
            follower.waitForOutput("features", Duration.ofMinutes(1));
            up.kill();
            follower.kill();
            assertThat(FomoHome.servicesOf(fomo.data()))
                    .as("a killed owner leaves PostgreSQL and Temporal behind")
                    .isNotEmpty();

            up = fomo.up();
            follower = fomo.start("watch", "retrain-own-1");
            follower.waitForOutput("epoch  3", Duration.ofMinutes(3));
            up.kill();
            follower.kill();

            fomo.up();
            CommandResult killed = fomo.run("watch", "retrain-own-1", "--json");
            assertThat(killed.exitCode()).as("%s", killed).isZero();
            assertThat(killed.json().at("/outcome").asText()).isEqualTo("PROMOTED");
            CommandResult undisturbed = fomo.run("retrain", "--dataset", "own", "--json");
            assertThat(undisturbed.json().at("/model/digest"))
                    .isEqualTo(killed.json().at("/model/digest"));
        }
        assertThat(FomoHome.servicesOf(directory)).isEmpty();
    }
}
