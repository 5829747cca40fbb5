package ai.fomo.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.workflows.retrain.RetrainOutcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
                "dataset build",
                "dataset diff",
                "dataset export",
                "dataset verify",
                "catalogue sync",
                "catalogue status",
                "catalogue schedule",
                "catalogue cancel",
                "weights fetch",
                "weights list",
                "features status",
                "features verify",
                "retrain",
                "watch",
                "watch",
                "cancel",
                "resume",
                "reproduce",
                "runs",
                "approve",
                "reject",
                "models",
                "model show",
                "lineage",
                "promote",
                "model export",
                "evaluate",
                "gate replay",
                "gate policy",
                "report",
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
                "weights",
                "weights fetch",
                "weights fetch vgg19",
                "features",
                "features status",
                "features status --dataset posters --encoder clip",
                "features verify",
                "weights fetch vgg16 --digest crc32:1",
                "weights fetch vgg16 --digest md5:12",
                "weights fetch vgg16 --from /tmp/vgg16.h5",
                "weights fetch vgg16 --file does-not-exist.h5",
                "retrain --dataset posters --preset fine-tune --encoder vgg16",
                "retrain --dataset posters --loss hinge",
                "retrain --dataset posters --schedule linear",
                "retrain --dataset posters --views upside-down",
                "retrain --dataset posters --batch 0",
                "retrain --dataset posters --epochs 3",
                "retrain --dataset posters --epochs 10 --patience 11",
                "retrain --dataset posters --dropout 1",
                "retrain --dataset posters --hidden 256,0",
                "classify",
                "classify --model best a.jpg",
                "approve retrain-posters-1 --by maria",
                "watch",
                "cancel",
                "resume",
                "watch",
                "cancel",
                "resume",
                "runs --limit 0",
                "dataset",
                "dataset import --name posters --csv labels.csv",
                "dataset import --name p --csv c --images i --classes-from-labels --map m.yaml",
                "dataset import --name p --csv c --images i --minimum-examples -1",
                "catalogue",
                "catalogue sync",
                "catalogue sync covers --from files",
                "catalogue sync covers --from deezer",
                "catalogue sync covers --covers-per-genre -1",
                "catalogue sync covers --relist-after soon",
                "catalogue sync ../covers --from spotify",
                "catalogue status",
                "catalogue cancel",
                "catalogue schedule",
                "catalogue schedule covers --daily 25:00",
                "catalogue schedule covers --daily 04:00 --off",
                "catalogue schedule covers --covers-per-genre 5 --off",
                "catalogue schedule covers --covers-per-genre -5",
                "catalogue schedule covers --daily 04:00 --time-zone Mars/Olympus",
                "dataset build",
                "dataset build posters --rare-classes burn",
                "dataset show",
                "dataset diff posters",
                "dataset export posters",
                "model export",
                "dataset verify",
                "retrain --dataset posters --minimum-examples -1",
                "retrain --dataset posters --subset-seed some",
                "retrain --dataset posters --subset-seed 3",
                "rollback --by maria",
                "gate",
                "gate replay",
                "gate policy --standard mine.yaml",
                "promote",
                "promote 3 --by maria",
                "promote best --by maria --reason better",
                "promote 0 --by maria --reason better",
                "model show",
                "model show newest",
                "lineage",
                "unknown"
            })
    void whatMakesNoSenseIsWrongUsageAndSaysWhyOnStandardErrorOnly(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8)).isNotBlank();
        assertThat(results.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0%", "0.0", "-10%", "101%", "1.5", "-3", "half", "10 %%", "%", "1e3", "", "99999999999"})
    void aSubsetThatIsNoPartOfADatasetIsRefusedInOneSentence(String subset) {
        assertThat(run("retrain", "--dataset", "posters", "--subset=" + subset)).isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .contains("--subset", "'" + subset + "'", "10%", "0.1", "2000");
    }

    @Test
    void aGenreThatThereIsNotIsOneSentenceBeforeAnyServiceIsAskedFor() {
        assertThat(run("catalogue", "sync", "covers", "--map", "spotify", "--genres", "jazz,polka"))
                .isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("fomo: there is no genre 'polka' in map spotify; it has")
                .contains("hip hop");
    }

    @Test
    void aModelThatIsNoneIsToldWhatNamesOne() {
        assertThat(run("model", "show", "best")).isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .contains("'best'", "champion, previous, or a version such as 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve retrain-a-1", "reject retrain-a-1", "promote 3", "rollback"})
    void aDecisionWithoutANameOrAReasonIsRefusedBeforeAnythingIsAskedFor(String command) {
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.addAll(List.of("--by", " ", "--reason", "better"));

        assertThat(run(line.toArray(String[]::new))).isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .contains("--by NAME --reason TEXT");
    }

    @Test
    void helpShowsPercentSignsAsPeopleWriteThem() {
        run("dataset", "build", "--help");
        assertThat(results.toString(StandardCharsets.UTF_8))
                .contains("10%, or 0.1", "10% is contained", "--subset 10% --rare-classes drop")
                .doesNotContain("%%");
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
