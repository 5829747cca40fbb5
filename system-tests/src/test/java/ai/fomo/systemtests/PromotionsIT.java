package ai.fomo.systemtests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.registry.PromotionCommand;
import ai.fomo.storage.registry.PromotionStore;
import ai.fomo.systemtests.harness.FomoHome;
import ai.fomo.systemtests.harness.PlatformProcess;
import ai.fomo.systemtests.harness.PromotionWatch;
import ai.fomo.systemtests.harness.RegisteredModels;
import ai.fomo.systemtests.harness.Wire;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.workflows.registry.PromotionInput;
import ai.fomo.workflows.registry.PromotionWorkflow;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many want to be the champion at once, and the workers that see to it die in the middle. */
@Tag("long")
class PromotionsIT {
    private static final int WORKERS = 4;
    private static final int MODELS = 8;
    private static final int PROMOTIONS = 64;

    /** The registry's own; who holds it lets nobody else be promoted. */
    private static final long REGISTRY_LOCK = 0x666f6d6f_72656700L;

    private final List<PlatformProcess> workers = new ArrayList<>();

    private FomoHome fomo;
    private Platform platform;
    private PromotionStore promotions;
    private RegisteredModels models;
    private PromotionWatch watch;

    @BeforeEach
    void start(@TempDir Path directory) {
        fomo = FomoHome.in(directory);
        Map<String, String> environment = new HashMap<>(fomo.environment());
        // Java's own answer to where programs are: nothing but the configuration reads the environment.
        environment.put("PATH", new ProcessBuilder().environment().getOrDefault("PATH", "/usr/bin:/bin"));
        platform =
                Platform.joinOrStart(Configuration.from(environment), PlatformOptions.withoutWorker(), sentence -> {});
        promotions = new PromotionStore(platform.database().jdbi());
        models = new RegisteredModels(platform.database().jdbi());
        watch = PromotionWatch.of(platform.addresses().postgres().jdbcUrl());
    }

    @AfterEach
    void stop() {
        watch.close();
        workers.forEach(PlatformProcess::kill);
        platform.close();
        fomo.close();
    }

    @Test
    void of64PromotionsAtOnceOneWinsWhicheverWorkersDie() {
        promoteFirst();
        startWorkers();
        int retried = 0;
        for (int round = 1; round <= 3; round++) {
            ModelVersion champion = champion();
            List<ModelVersion> contenders = register("round-" + round);
            contenders.forEach(model -> models.pass(model, champion));
            List<Promotion> asked;
            try (Handle lock = platform.database().jdbi().open()) {
                lock.begin();
                lock.execute("select pg_advisory_xact_lock(?)", REGISTRY_LOCK);
                asked = askForAll(contenders);
                // Two workers die with promotions in their hands.
                until(() -> waiting() > 2 * WORKERS);
                workers.get(round % WORKERS).kill();
                workers.get((round + 1) % WORKERS).kill();
                lock.commit();
            }
            // Another one dies while the rest are decided.
            replace((round + 2) % WORKERS);
            replace(round % WORKERS);
            replace((round + 1) % WORKERS);

            List<PromotionOutcome> outcomes = outcomes(asked);

            ModelVersion winner = champion();
            assertThat(watch.violations()).isEmpty();
            assertThat(outcomes)
                    .filteredOn(PromotionOutcome.Promoted.class::isInstance)
                    .containsExactly(new PromotionOutcome.Promoted(round + 1, winner));
            assertThat(outcomes)
                    .filteredOn(PromotionOutcome.Superseded.class::isInstance)
                    .hasSize(PROMOTIONS - 1)
                    .containsOnly(new PromotionOutcome.Superseded(winner));
            requireRecorded(asked, outcomes);
            retried += retried(asked);
        }
        assertThat(retried).as("activities that were tried again").isPositive();
    }

    @Test
    void whereModelsAreJudgedAgainMeanwhileManyWinAndEachOnce() {
        promoteFirst();
        List<ModelVersion> contenders = register("contender");
        startWorkers();

        List<Promotion> asked = new ArrayList<>();
        for (int wave = 1; wave <= PROMOTIONS / MODELS; wave++) {
            int before = promotions.history().size();
            ModelVersion champion = champion();
            contenders.stream().filter(model -> !model.equals(champion)).forEach(model -> models.pass(model, champion));
            contenders.forEach(model -> asked.add(ask(model)));
            if (wave % 3 == 0) {
                replace(wave % WORKERS);
            }
            // The others of this wave, and those before, are still being decided.
            until(() -> promotions.history().size() > before);
        }

        List<PromotionOutcome> outcomes = outcomes(asked);
        assertThat(watch.violations()).isEmpty();
        assertThat(outcomes)
                .filteredOn(PromotionOutcome.Promoted.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(PROMOTIONS / MODELS);
        requireRecorded(asked, outcomes);
    }

    @Test
    void aWorkerThatDiesBetweenCommitAndReportHasPromotedOnceAndTheNextOneReportsIt() {
        promoteFirst();
        ModelVersion model = models.register("contender");
        models.pass(model, champion());
        try (Wire wire = Wire.to(platform.addresses().temporal().address())) {
            PlatformProcess worker = worker(Map.of("TEMPORAL_ADDRESS", wire.address()));
            Promotion asked;
            try (Handle lock = platform.database().jdbi().open()) {
                lock.begin();
                lock.execute("select pg_advisory_xact_lock(?)", REGISTRY_LOCK);
                asked = ask(model);
                until(() -> waiting() == 1);
                wire.cut();
                lock.commit();
            }
            until(() -> champion().equals(model));
            worker.kill();
            workers.add(worker(Map.of()));

            assertThat(outcomes(List.of(asked))).containsExactly(new PromotionOutcome.Promoted(2, model));
            assertThat(retried(List.of(asked))).isEqualTo(1);
        }
        assertThat(promotions.history()).hasSize(2);
        assertThat(watch.violations()).isEmpty();
    }

    /** A workflow that was started, and its first execution. */
    private record Promotion(String workflow, String firstExecution, CompletableFuture<PromotionOutcome> outcome) {}

    private void promoteFirst() {
        ModelVersion first = models.register("first");
        promotions.promote(new PromotionCommand("retrain-first", "first", first, null, "auto", "the first one"));
    }

    /** New ones: a model that was the champion before may be one again, and those that were judged against it pass again. */
    private List<ModelVersion> register(String name) {
        return IntStream.range(0, MODELS)
                .mapToObj(i -> models.register(name + "-" + i))
                .toList();
    }

    private List<Promotion> askForAll(List<ModelVersion> contenders) {
        return IntStream.range(0, PROMOTIONS)
                .parallel()
                .mapToObj(i -> ask(contenders.get(i % contenders.size())))
                .toList();
    }

    private Promotion ask(ModelVersion model) {
        PromotionInput input = new PromotionInput(model.version(), "ann", "stress");
        int number = promotions.nextPromotionNumber();
        PromotionWorkflow workflow =
                platform.client().newWorkflowStub(PromotionWorkflow.class, PromotionWorkflow.options(number, input));
        String execution = WorkflowClient.start(workflow::promote, input).getRunId();
        return new Promotion(
                PromotionWorkflow.workflowId(number),
                execution,
                WorkflowStub.fromTyped(workflow).getResultAsync(PromotionOutcome.class));
    }

    private static List<PromotionOutcome> outcomes(List<Promotion> asked) {
        return asked.stream().map(promotion -> promotion.outcome().join()).toList();
    }

    /** Who says that it promoted has its row, and who says that it did not has none. */
    private void requireRecorded(List<Promotion> asked, List<PromotionOutcome> outcomes) {
        Map<String, PromotionWatch.Row> rows = new HashMap<>();
        until(() -> watch.history().size() == promotions.history().size());
        watch.history().forEach(row -> rows.put(row.firstExecution(), row));
        for (int i = 0; i < asked.size(); i++) {
            PromotionWatch.Row row = rows.get(asked.get(i).firstExecution());
            if (outcomes.get(i) instanceof PromotionOutcome.Promoted promoted) {
                PromotionWatch.Row recorded = requireNonNull(row, "no row of " + asked.get(i));
                assertThat(recorded.number()).isEqualTo(promoted.number());
                assertThat(recorded.model()).isEqualTo(promoted.champion().version());
                assertThat(recorded.workflow()).isEqualTo(asked.get(i).workflow());
            } else {
                assertThat(row).isNull();
            }
        }
    }

    private int retried(List<Promotion> asked) {
        int retried = 0;
        for (Promotion promotion : asked) {
            for (HistoryEvent event :
                    platform.client().fetchHistory(promotion.workflow()).getEvents()) {
                retried += event.hasActivityTaskStartedEventAttributes()
                                && event.getActivityTaskStartedEventAttributes().getAttempt() > 1
                        ? 1
                        : 0;
            }
        }
        return retried;
    }

    private ModelVersion champion() {
        return new ModelStore(platform.database().jdbi())
                .find(Alias.CHAMPION)
                .map(ModelRow::version)
                .orElseThrow();
    }

    /** Promotions that wait for the registry's lock. */
    private int waiting() {
        return platform.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .mapTo(int.class)
                        .one());
    }

    /** SIGKILL, and another one in its place. */
    private void replace(int index) {
        workers.get(index).kill();
        workers.set(index, worker(Map.of()));
    }

    /** One after the other: all at once, on a busy host, they would not reach Temporal in time. */
    private void startWorkers() {
        for (int i = 0; i < WORKERS; i++) {
            workers.add(worker(Map.of()));
        }
    }

    /** One that serves. */
    private PlatformProcess worker(Map<String, String> environment) {
        PlatformProcess worker = fomo.startWith(environment, "worker", "--queues", "workflows,io");
        worker.waitForOutput("Serving", Duration.ofMinutes(1));
        return worker;
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            FomoHome.sleep(Duration.ofMillis(5));
        }
    }
}
