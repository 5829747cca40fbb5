package ai.fomo.storage.registry;

import static ai.fomo.storage.Examples.modelOf;
import static ai.fomo.storage.Examples.startedRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.RunId;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ModelStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ModelStore models = new ModelStore(DATABASE.jdbi());

    @Test
    void aModelComesBackWithItsProvenanceAndIsNotTheChampionUntilPromoted() {
        RegisteredModel model = modelOf(startedRun(DATABASE.jdbi(), "provenance"), "provenance");

        ModelVersion version = models.register(model);

        ModelRow row = models.find(version.version()).orElseThrow();
        assertThat(row.version()).isEqualTo(version);
        assertThat(row.model()).isEqualTo(model);
        assertThat(row.champion()).isFalse();
        assertThat(models.champion()).isEmpty();
        assertThat(models.find(999_999)).isEmpty();
    }

    @Test
    void aModelIsFoundByVersionAndAliasAndOfItsRun() {
        RunId run = startedRun(DATABASE.jdbi(), "named");
        ModelVersion version = models.register(modelOf(run, "named"));

        assertThat(models.require(String.valueOf(version.version())).version()).isEqualTo(version);
        assertThat(models.require(String.valueOf(version.version())).source()).isEqualTo("examples");
        assertThat(models.ofRun(run)).extracting(ModelRow::version).containsExactly(version);
        assertThat(models.ofRun(new RunId("nobody"))).isEmpty();
    }

    @Test
    void aNameThatNamesNothingIsAnsweredWithWhatThereIs() {
        int last = models.register(modelOf(startedRun(DATABASE.jdbi(), "there is"), "there is"))
                .version();

        assertThatThrownBy(() -> models.require("best"))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageStartingWith(
                        "'best' names no model: a model is called champion, previous, or by its version; ")
                .hasMessageEndingWith(" " + last + ", see: fomo models");
        assertThatThrownBy(() -> models.require("champion"))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageStartingWith("there is no champion yet; there ");
        assertThatThrownBy(() -> models.require("previous"))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageStartingWith("no model was the champion before the one in use; there ");
        assertThatThrownBy(() -> models.require("99999"))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageStartingWith("there is no model 99999; there ");
    }

    @Test
    void registeringTheSameModelOfARunAgainGivesItsVersion() {
        RunId run = startedRun(DATABASE.jdbi(), "again");
        ModelVersion first = models.register(modelOf(run, "again"));

        assertThat(models.register(modelOf(run, "again"))).isEqualTo(first);
        assertThat(models.register(modelOf(run, "other bytes")).version()).isGreaterThan(first.version());
    }

    @Test
    void equalModelsOfTwoRunsAreTwoVersions() {
        ModelVersion one = models.register(modelOf(startedRun(DATABASE.jdbi(), "one"), "equal"));
        ModelVersion two = models.register(modelOf(startedRun(DATABASE.jdbi(), "two"), "equal"));

        assertThat(one.digest()).isEqualTo(two.digest());
        assertThat(one.version()).isNotEqualTo(two.version());
    }

    @Test
    void versionsHaveNoGapsWhoeverRegistersAtOnce() throws Exception {
        List<Callable<ModelVersion>> registrations = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            RunId run = startedRun(DATABASE.jdbi(), "parallel-" + i);
            registrations.add(() -> models.register(modelOf(run, run.value())));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<ModelVersion> registration : threads.invokeAll(registrations)) {
                registration.get();
            }
        } finally {
            threads.shutdownNow();
        }

        List<ModelRow> latestFirst = models.list();
        assertThat(latestFirst)
                .extracting(row -> row.version().version())
                .isEqualTo(IntStream.range(0, latestFirst.size())
                        .map(i -> latestFirst.size() - i)
                        .boxed()
                        .toList());
    }
}
