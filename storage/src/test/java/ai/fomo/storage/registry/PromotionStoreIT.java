package ai.fomo.storage.registry;

import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.registeredModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PromotionStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ModelStore models = new ModelStore(DATABASE.jdbi());
    private final PromotionStore promotions = new PromotionStore(DATABASE.jdbi());
    private int executions;

    /** Each test begins without a champion; only the owner of the schema can take the trigger away. */
    @BeforeEach
    void forgetPromotions() {
        DATABASE.jdbi().useHandle(handle -> handle.createScript("""
                        alter table promotion disable trigger append_only;
                        delete from promotion;
                        alter table promotion enable trigger append_only""").execute());
    }

    @Test
    void theFirstModelBecomesTheChampionWhereNoneIsExpected() {
        ModelVersion model = registeredModel(DATABASE.jdbi(), "first");

        assertThat(promote(model, null)).isEqualTo(new PromotionOutcome.Promoted(1, model));

        assertThat(models.champion()).contains(model);
        assertThat(models.find(model.version()).orElseThrow().champion()).isTrue();
        assertThat(promotions.history()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(PromotionRow.Kind.PROMOTION);
            assertThat(row.previous()).isNull();
            assertThat(row.by()).isEqualTo("ada");
            assertThat(row.reason()).isEqualTo("better");
        });
    }

    @Test
    void aModelThatWasJudgedAgainstAnotherChampionIsSuperseded() {
        ModelVersion champion = registeredModel(DATABASE.jdbi(), "champion");
        ModelVersion late = registeredModel(DATABASE.jdbi(), "late");
        promote(champion, null);

        assertThat(promote(late, null)).isEqualTo(new PromotionOutcome.Superseded(champion));

        assertThat(models.champion()).contains(champion);
        assertThat(promotions.history()).hasSize(1);
    }

    @Test
    void aSupersededExecutionMayTryAgainAgainstTheNewChampion() {
        ModelVersion champion = registeredModel(DATABASE.jdbi(), "new champion");
        ModelVersion late = registeredModel(DATABASE.jdbi(), "judged again");
        promote(champion, null);
        promotions.promote(command("retry", late, null));

        assertThat(promotions.promote(command("retry", late, champion)))
                .isEqualTo(new PromotionOutcome.Promoted(2, late));
    }

    @Test
    void anExecutionThatPromotedGetsWhatItGotThen() {
        ModelVersion first = registeredModel(DATABASE.jdbi(), "repeat 1");
        ModelVersion second = registeredModel(DATABASE.jdbi(), "repeat 2");
        PromotionOutcome outcome = promotions.promote(command("repeated", first, null));
        promote(second, first);

        assertThat(promotions.promote(command("repeated", first, null))).isEqualTo(outcome);

        assertThat(models.champion()).contains(second);
        assertThat(promotions.history()).hasSize(2);
    }

    @Test
    void ofEightThatPromoteAtOnceOneWinsAndTheOthersLearnWho() throws Exception {
        List<ModelVersion> contenders = IntStream.range(0, 9)
                .mapToObj(i -> registeredModel(DATABASE.jdbi(), "contender " + i))
                .toList();
        ModelVersion champion = contenders.get(0);
        promote(champion, null);
        for (int round = 2; round <= 6; round++) {
            List<PromotionOutcome> outcomes = promoteAtOnce(others(contenders, champion), champion);

            ModelVersion winner = models.champion().orElseThrow();
            assertThat(outcomes).containsOnlyOnce(new PromotionOutcome.Promoted(round, winner));
            assertThat(outcomes)
                    .filteredOn(PromotionOutcome.Superseded.class::isInstance)
                    .hasSize(7)
                    .containsOnly(new PromotionOutcome.Superseded(winner));
            champion = winner;
        }
        assertThat(promotions.history()).extracting(PromotionRow::number).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void ofOneExecutionThatAsksEightTimesAtOnceOnePromotionIsRecorded() throws Exception {
        ModelVersion model = registeredModel(DATABASE.jdbi(), "asked often");

        List<PromotionOutcome> outcomes = atOnce(IntStream.range(0, 8)
                .mapToObj(i -> command("same", model, null))
                .toList());

        assertThat(outcomes).containsOnly(new PromotionOutcome.Promoted(1, model));
        assertThat(promotions.history()).hasSize(1);
    }

    @Test
    void aRollbackBringsThePreviousChampionBackAndIsRecorded() {
        ModelVersion first = registeredModel(DATABASE.jdbi(), "rollback 1");
        ModelVersion second = registeredModel(DATABASE.jdbi(), "rollback 2");
        promote(first, null);
        promote(second, first);

        assertThat(rollback("back")).isEqualTo(new PromotionOutcome.Promoted(3, first));
        assertThat(rollback("back")).isEqualTo(new PromotionOutcome.Promoted(3, first));

        assertThat(models.champion()).contains(first);
        assertThat(promotions.history()).hasSize(3).first().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(PromotionRow.Kind.ROLLBACK);
            assertThat(row.previous()).isEqualTo(second.version());
        });
    }

    @Test
    void aSecondRollbackGoesOneFurtherBackAndNeverToWhatWasRolledBack() {
        ModelVersion first = registeredModel(DATABASE.jdbi(), "stack 1");
        ModelVersion second = registeredModel(DATABASE.jdbi(), "stack 2");
        ModelVersion third = registeredModel(DATABASE.jdbi(), "stack 3");
        promote(first, null);
        promote(second, first);
        promote(third, second);

        rollback("a");
        assertThat(models.champion()).contains(second);
        rollback("b");
        assertThat(models.champion()).contains(first);
        assertThatThrownBy(() -> rollback("c"))
                .isInstanceOf(NothingToRollBackException.class)
                .hasMessageContaining("model " + first.version() + " stays the champion");
        promote(third, first);
        rollback("d");
        assertThat(models.champion()).contains(first);
    }

    @Test
    void promotingTheChampionAgainIsNothingToRollBack() {
        ModelVersion only = registeredModel(DATABASE.jdbi(), "only");
        promote(only, null);
        promote(only, only);

        assertThatThrownBy(() -> rollback("none")).isInstanceOf(NothingToRollBackException.class);
    }

    @Test
    void withoutAChampionThereIsNothingToRollBack() {
        assertThatThrownBy(() -> rollback("none"))
                .isInstanceOf(NothingToRollBackException.class)
                .hasMessageContaining("no champion yet");
        assertThat(promotions.history()).isEmpty();
    }

    @Test
    void aModelThatIsNotRegisteredIsNotPromoted() {
        ModelVersion registered = registeredModel(DATABASE.jdbi(), "registered");
        ModelVersion forged = new ModelVersion(registered.version(), digest("other"));

        assertThatThrownBy(() -> promote(forged, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("register it first");
        assertThat(models.champion()).isEmpty();
    }

    @Test
    void rollbackNumbersCount() {
        assertThat(promotions.nextRollbackNumber()).isEqualTo(1);
        assertThat(promotions.nextRollbackNumber()).isEqualTo(2);
    }

    private static List<ModelVersion> others(List<ModelVersion> models, ModelVersion champion) {
        return models.stream().filter(model -> !model.equals(champion)).toList();
    }

    private List<PromotionOutcome> promoteAtOnce(List<ModelVersion> contenders, @Nullable ModelVersion expected)
            throws Exception {
        return atOnce(contenders.stream()
                .map(model -> command("execution " + ++executions, model, expected))
                .toList());
    }

    private List<PromotionOutcome> atOnce(List<PromotionCommand> commands) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(commands.size());
        try {
            CountDownLatch ready = new CountDownLatch(commands.size());
            List<Callable<PromotionOutcome>> calls = new ArrayList<>();
            for (PromotionCommand command : commands) {
                calls.add(() -> {
                    ready.countDown();
                    ready.await();
                    return promotions.promote(command);
                });
            }
            List<PromotionOutcome> outcomes = new ArrayList<>();
            for (Future<PromotionOutcome> call : threads.invokeAll(calls)) {
                outcomes.add(call.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private PromotionOutcome promote(ModelVersion model, @Nullable ModelVersion expected) {
        return promotions.promote(command("execution " + ++executions, model, expected));
    }

    private PromotionOutcome rollback(String execution) {
        return promotions.rollback("rollback-1", execution, "grace", "it was worse");
    }

    private static PromotionCommand command(
            String execution, ModelVersion model, @Nullable ModelVersion expectedChampion) {
        return new PromotionCommand("retrain-x-1", execution, model, expectedChampion, "ada", "better");
    }
}
