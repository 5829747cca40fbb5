package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.workflows.retrain.RetrainOutcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says before any service is asked for. */
class CommandLineTest {
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataset import",
                "dataset list",
                "dataset show",
                "retrain",
                "watch",
                "runs",
                "approve",
                "reject",
                "models",
                "evaluate",
                "classify",
                "rollback"
            })
    void helpTeachesWithAnExampleThatCallsTheCommandItself(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(results.toString(StandardCharsets.UTF_8))
                .contains("Usage: fomo " + command)
                .contains("Example:")
                .containsPattern("Example:\\s+fomo " + command)
                .contains("--json");
        assertThat(messages.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retrain",
                "retrain --dataset posters --approve nobody",
                "retrain --dataset posters --approval-time-limit soon",
                "retrain --dataset posters --preset huge",
                "retrain --dataset posters --encoder clip",
                "classify",
                "classify --model best a.jpg",
                "approve retrain-posters-1 --by maria",
                "watch",
                "runs --limit 0",
                "dataset",
                "dataset import --name posters --csv labels.csv",
                "dataset import --name p --csv c --images i --classes-from-labels --map m.yaml",
                "rollback --by maria",
                "unknown"
            })
    void whatMakesNoSenseIsWrongUsageAndSaysWhyOnStandardErrorOnly(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8)).isNotBlank();
        assertThat(results.size()).isZero();
    }

    @Test
    void theExitCodeOfARunSaysHowItEnded() {
        assertThat(FollowedRun.exitCode(RetrainOutcome.PROMOTED).code()).isZero();
        assertThat(FollowedRun.exitCode(RetrainOutcome.REFUSED).code()).isEqualTo(3);
        assertThat(FollowedRun.exitCode(RetrainOutcome.REJECTED).code()).isEqualTo(3);
        assertThat(FollowedRun.exitCode(RetrainOutcome.SUPERSEDED).code()).isEqualTo(1);
        assertThat(FollowedRun.exitCode(RetrainOutcome.FAILED).code()).isEqualTo(1);
    }

    private int run(String... arguments) {
        return FomoCommand.execute(
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                () -> {
                    throw new AssertionError("no service may be asked for");
                },
                arguments);
    }
}
