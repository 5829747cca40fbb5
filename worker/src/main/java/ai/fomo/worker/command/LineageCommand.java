package ai.fomo.worker.command;

import ai.fomo.worker.lineage.LineageSubjects;
import ai.fomo.worker.lineage.LineageTrace;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.view.LineageDocument;
import ai.fomo.worker.view.LineageText;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fomo lineage}. */
@Command(
        name = "lineage",
        description = {
            "Prints what something rests on: from a prediction to its model, the run that trained it, configuration, encoder,"
                    + " dataset, genre map, and the covers at the bottom; with code version, JDK and backend.",
            "",
            "ID is a run, a model (champion, previous, version or digest), or a prediction: the digest of its poster, of which 6"
                    + " digits will do, with @MODEL behind it where several models have classified it. The id of a poster's"
                    + " workflow will do, too."
        },
        footer = {
            "",
            "Example:",
            "  fomo lineage champion",
            "  fomo lineage retrain-posters-2 --covers",
            "  fomo lineage 3f9a2c@2 --json"
        })
public final class LineageCommand extends PlatformCommand {
    @Parameters(paramLabel = "ID", description = "A prediction, a model, or a run.")
    private String id = "";

    @Option(names = "--covers", description = "Every image and its covers; --json always has them.")
    private boolean covers;

    @Override
    protected ExitCode run(Platform platform) {
        Jdbi jdbi = platform.database().jdbi();
        LineageDocument lineage = new LineageTrace(jdbi).of(new LineageSubjects(jdbi).find(id));
        console().print(LineageText.of(lineage, covers));
        console().document(lineage);
        return ExitCode.DONE;
    }
}
