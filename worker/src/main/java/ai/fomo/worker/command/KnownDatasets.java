package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.storage.Database;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.dataset.RecordedBuild;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The dataset that a person named. */
final class KnownDatasets {
    /** What the commands that take a built dataset say of their argument. */
    static final String ARGUMENT =
            "Its name, for the latest build of all its images, or at least 6 digits of a digest.";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{6,64}");

    private KnownDatasets() {}

    /** @throws CommandFailure naming those that there are, where there is none of that name */
    static Source require(Database database, String name) {
        SourceStore sources = new SourceStore(database.jdbi());
        return sources.find(name).orElseThrow(() -> unknown(name, sources.list()));
    }

    /**
     * @param text name of a dataset, or the first digits of a digest; a name goes first
     * @throws CommandFailure where there is none, none was built yet, or several are meant
     */
    static RecordedBuild requireBuilt(Database database, String text) {
        DatasetStore datasets = new DatasetStore(database.jdbi());
        if (new SourceStore(database.jdbi()).find(text).isPresent()) {
            return latest(datasets, text)
                    .orElseThrow(() -> CommandFailure.failed(
                            "dataset '" + text + "' was not built yet; build it with fomo dataset build " + text));
        }
        if (!DIGEST.matcher(text).matches()) {
            require(database, text);
        }
        List<Dataset> found = datasets.findByPrefix(text);
        if (found.size() > 1) {
            throw CommandFailure.failed("'" + text + "' begins the digests of " + found.size() + " datasets, "
                    + String.join(
                            " and ",
                            found.stream()
                                    .limit(2)
                                    .map(dataset -> dataset.digest().abbreviated())
                                    .toList())
                    + " among them; write more digits");
        }
        return found.stream()
                .findFirst()
                .flatMap(dataset -> datasets.build(dataset.digest()))
                .orElseThrow(() -> CommandFailure.failed("there is no dataset '" + text
                        + "', neither by name nor by digest; fomo dataset list shows those that there are"));
    }

    /** The last time that all of a source was built. */
    static Optional<RecordedBuild> latest(DatasetStore datasets, String name) {
        return datasets.builds(name).stream()
                .filter(build -> build.dataset().subset() == null)
                .findFirst();
    }

    private static CommandFailure unknown(String name, List<Source> sources) {
        String known = String.join(", ", sources.stream().map(Source::name).toList());
        return CommandFailure.failed("there is no dataset '" + name + "'; "
                + (sources.isEmpty() ? "bring one in with fomo dataset import" : "there are: " + known));
    }
}
