package ai.fomo.worker.command;

import ai.fomo.domain.catalogue.Source;
import ai.fomo.storage.Database;
import ai.fomo.storage.catalogue.SourceStore;
import java.util.List;

/** The dataset that a person named. */
final class KnownDatasets {
    private KnownDatasets() {}

    /** @throws CommandFailure naming those that there are, where there is none of that name */
    static Source require(Database database, String name) {
        SourceStore sources = new SourceStore(database.jdbi());
        return sources.find(name).orElseThrow(() -> unknown(name, sources.list()));
    }

    private static CommandFailure unknown(String name, List<Source> sources) {
        String known = String.join(", ", sources.stream().map(Source::name).toList());
        return CommandFailure.failed("there is no dataset '" + name + "'; "
                + (sources.isEmpty() ? "bring one in with fomo dataset import" : "there are: " + known));
    }
}
