package ai.fomo.storage.registry;

import static ai.fomo.storage.Examples.decide;
import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.Examples.registeredModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.storage.TestDatabase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
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
                .mapToObj(i -> promotion(command("same", model, null)))
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
    void aModelThatPassedAgainstTheChampionIsPromotedOnThatDecision() {
        ModelVersion champion = registeredModel(DATABASE.jdbi(), "decided champion");
        ModelVersion better = registeredModel(DATABASE.jdbi(), "decided better");
        promote(champion, null);
        decide(DATABASE.jdbi(), better, champion, true, "better");

        assertThat(promoteDecided(better, "by hand")).isEqualTo(new PromotionOutcome.Promoted(2, better));
        assertThat(promoteDecided(better, "by hand")).isEqualTo(new PromotionOutcome.Promoted(2, better));

        assertThat(promotions.history()).hasSize(2).first().satisfies(row -> {
            assertThat(row.workflowId()).isEqualTo("promote-1");
            assertThat(row.firstExecution()).isEqualTo("by hand");
            assertThat(row.previous()).isEqualTo(champion.version());
            assertThat(row.by()).isEqualTo("grace");
            assertThat(row.reason()).isEqualTo("checked 20 posters");
        });
    }

    @Test
    void aFirstModelThatPassedAgainstNobodyIsPromoted() {
        ModelVersion first = registeredModel(DATABASE.jdbi(), "decided first");
        decide(DATABASE.jdbi(), first, null, true, "first");

        assertThat(promoteDecided(first, "first")).isEqualTo(new PromotionOutcome.Promoted(1, first));
    }

    @Test
    void aModelThatPassedAgainstAnotherChampionIsSupersededUntilItIsJudgedAgain() {
        ModelVersion champion = registeredModel(DATABASE.jdbi(), "superseded 1");
        ModelVersion late = registeredModel(DATABASE.jdbi(), "superseded 2");
        decide(DATABASE.jdbi(), late, null, true, "against nobody");
        promote(champion, null);

        assertThat(promoteDecided(late, "too late")).isEqualTo(new PromotionOutcome.Superseded(champion));

        decide(DATABASE.jdbi(), late, champion, true, "against the champion");
        assertThat(promoteDecided(late, "again")).isEqualTo(new PromotionOutcome.Promoted(2, late));
    }

    @Test
    void aChampionThatIsBackCanBeReplacedOnTheDecisionAgainstIt() {
        ModelVersion first = registeredModel(DATABASE.jdbi(), "back 1");
        ModelVersion second = registeredModel(DATABASE.jdbi(), "back 2");
        ModelVersion third = registeredModel(DATABASE.jdbi(), "back 3");
        promote(first, null);
        decide(DATABASE.jdbi(), third, first, true, "third against first");
        promote(second, first);
        decide(DATABASE.jdbi(), third, second, false, "third against second");
        assertThatThrownBy(() -> promoteDecided(third, "worse than the second"))
                .isInstanceOf(PromotionRefusedException.class);

        rollback("back");

        assertThat(promoteDecided(third, "better than the first")).isEqualTo(new PromotionOutcome.Promoted(4, third));
    }

    @Test
    void aModelThatTheGateRefusedOrNeverSawIsRefusedWithTheWayOn() {
        ModelVersion refused = registeredModel(DATABASE.jdbi(), "refused");
        ModelVersion unseen = registeredModel(DATABASE.jdbi(), "unseen");
        decide(DATABASE.jdbi(), refused, null, true, "passed at first");
        decide(DATABASE.jdbi(), refused, null, false, "refused at last");

        assertThatThrownBy(() -> promoteDecided(refused, "refused"))
                .isInstanceOf(PromotionRefusedException.class)
                .hasMessage("model " + refused.version()
                        + " has not passed the gate: mAP 0.4 beside 0.5; judge it against"
                        + " the current champion with: fomo evaluate --model " + refused.version() + " --again");
        assertThatThrownBy(() -> promoteDecided(unseen, "unseen"))
                .isInstanceOf(PromotionRefusedException.class)
                .hasMessageContaining("it was never judged")
                .hasMessageEndingWith("fomo evaluate --model " + unseen.version() + " --again");
        assertThat(promotions.history()).isEmpty();
    }

    @Test
    void theChampionIsNotPromotedAgain() {
        ModelVersion champion = registeredModel(DATABASE.jdbi(), "judged against itself");
        promote(champion, null);
        decide(DATABASE.jdbi(), champion, champion, true, "against itself");

        assertThatThrownBy(() -> promoteDecided(champion, "again"))
                .isInstanceOf(PromotionRefusedException.class)
                .hasMessageContaining("is the champion already");
    }

    @Test
    void aVersionThatIsNotThereIsNamedWithThoseThatAre() {
        ModelVersion last = registeredModel(DATABASE.jdbi(), "last");

        assertThatThrownBy(() -> promoteDecided(new ModelVersion(999_999, digest("none")), "none"))
                .isInstanceOf(UnknownModelException.class)
                .hasMessage("there is no model 999999; there are models 1 to " + last.version() + ", see: fomo models");
    }

    @Test
    void of64PromotionsOf8ModelsAtOnceEachAskedTwiceOneWinsARound() throws Exception {
        for (int round = 1; round <= 5; round++) {
            ModelVersion champion = models.champion().orElse(null);
            List<ModelVersion> contenders = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ModelVersion model = registeredModel(DATABASE.jdbi(), "crowd " + round + "/" + i);
                decide(DATABASE.jdbi(), model, champion, true, "crowd " + round + "/" + i);
                contenders.add(model);
            }
            List<DecidedPromotion> asked = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                DecidedPromotion promotion = new DecidedPromotion(
                        "promote-" + i,
                        "crowd " + round + "/" + i,
                        contenders.get(i % 8).version(),
                        "grace",
                        "crowd");
                asked.add(promotion);
                // As a retry would, whose first attempt is still at it.
                asked.add(promotion);
            }

            List<PromotionOutcome> outcomes =
                    atOnce(asked.stream().map(this::decided).toList());

            ModelVersion winner = models.champion().orElseThrow();
            List<PromotionRow> history = promotions.history();
            assertThat(history).hasSize(round);
            for (int i = 0; i < asked.size(); i++) {
                boolean won =
                        asked.get(i).firstExecution().equals(history.get(0).firstExecution());
                assertThat(outcomes.get(i))
                        .isEqualTo(
                                won
                                        ? new PromotionOutcome.Promoted(round, winner)
                                        : new PromotionOutcome.Superseded(winner));
            }
        }
        assertThat(promotions.history())
                .extracting(PromotionRow::firstExecution)
                .doesNotHaveDuplicates();
    }

    private Callable<PromotionOutcome> decided(DecidedPromotion promotion) {
        return () -> promotions.promote(promotion);
    }

    /** The view counts; this piles up. Both have to name the same models, whatever has happened. */
    @Test
    void aliasesFollowAPileOfPromotionsWhateverTheOrder() {
        List<ModelVersion> some = IntStream.range(0, 4)
                .mapToObj(i -> registeredModel(DATABASE.jdbi(), "pile " + i))
                .toList();
        for (int seed = 0; seed < 10; seed++) {
            forgetPromotions();
            Random random = new Random(seed);
            Deque<ModelVersion> pile = new ArrayDeque<>();
            for (int step = 0; step < 25; step++) {
                if (pile.size() > 1 && random.nextInt(5) < 2) {
                    rollback("pile " + seed + "/" + step);
                    pile.pop();
                } else {
                    ModelVersion next = some.get(random.nextInt(some.size()));
                    promote(next, pile.peek());
                    if (!next.equals(pile.peek())) {
                        pile.push(next);
                    }
                }
                assertThat(models.find(Alias.CHAMPION).map(ModelRow::version)).contains(pile.getFirst());
                assertThat(models.find(Alias.PREVIOUS).map(ModelRow::version))
                        .isEqualTo(pile.stream().skip(1).findFirst());
            }
        }
    }

    @Test
    void numbersForIdsCountByThemselves() {
        assertThat(promotions.nextPromotionNumber()).isEqualTo(1);
        assertThat(promotions.nextPromotionNumber()).isEqualTo(2);
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
                .map(this::promotion)
                .toList());
    }

    private Callable<PromotionOutcome> promotion(PromotionCommand command) {
        return () -> promotions.promote(command);
    }

    private static List<PromotionOutcome> atOnce(List<Callable<PromotionOutcome>> promotions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(promotions.size());
        try {
            CountDownLatch ready = new CountDownLatch(promotions.size());
            List<Callable<PromotionOutcome>> calls = new ArrayList<>();
            for (Callable<PromotionOutcome> promotion : promotions) {
                calls.add(() -> {
                    ready.countDown();
                    ready.await();
                    return promotion.call();
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

    private PromotionOutcome promoteDecided(ModelVersion model, String execution) {
        return promotions.promote(
                new DecidedPromotion("promote-1", execution, model.version(), "grace", "checked 20 posters"));
    }

    private PromotionOutcome rollback(String execution) {
        return promotions.rollback("rollback-1", execution, "grace", "it was worse");
    }

    private static PromotionCommand command(
            String execution, ModelVersion model, @Nullable ModelVersion expectedChampion) {
        return new PromotionCommand("retrain-x-1", execution, model, expectedChampion, "ada", "better");
    }
}
