package ai.fomo.storage.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.BetterThanChance;
import ai.fomo.domain.evaluation.CalibrationLimit;
import ai.fomo.domain.evaluation.GatePolicy;
import ai.fomo.domain.evaluation.GateRule;
import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.evaluation.MinimumLift;
import ai.fomo.domain.evaluation.MinimumSupport;
import ai.fomo.domain.evaluation.NoGenreFalls;
import ai.fomo.domain.evaluation.NoTrainingOverlap;
import ai.fomo.domain.evaluation.NotWorseThanChampion;
import ai.fomo.domain.evaluation.PosterLift;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GatePolicyYamlTest {
    private static final String CHANCE = "  - rule: better-than-chance\n    confidence: 0.95\n";

    private static GatePolicy parse(String yaml) {
        return GatePolicyYaml.parse(yaml.getBytes(UTF_8));
    }

    private static void refused(String yaml, String sentence) {
        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOf(GatePolicyFormatException.class)
                .hasMessage(sentence);
    }

    /** A policy whose second rule, from line 5, is this one. */
    private static void refusedRule(String rule, String sentence) {
        refused("version: 1\nrules:\n" + CHANCE + rule, "gate policy, line " + sentence);
    }

    @Test
    void theStandardPolicyAsksForAllThatAModelHasToShow() {
        GatePolicy standard = GatePolicyYaml.parse(GatePolicyYaml.standard());

        assertThat(standard.version()).isEqualTo(1);
        assertThat(standard.rules())
                .containsExactly(
                        new MinimumSupport(20, 10, 0),
                        new BetterThanChance(0.99),
                        new MinimumLift(Measure.MACRO_AUC, 0.05, null, null),
                        new MinimumLift(Measure.MEAN_AVERAGE_PRECISION, 0.01, 0.1, 0.95),
                        new MinimumLift(Measure.MACRO_F1, 0, null, null),
                        new NotWorseThanChampion(Measure.MEAN_AVERAGE_PRECISION, 0.005),
                        new NoGenreFalls(GenreMeasure.AVERAGE_PRECISION, 0.05, 0.95, 10),
                        new CalibrationLimit(0.05),
                        new NoTrainingOverlap(null),
                        new PosterLift(Measure.MEAN_AVERAGE_PRECISION, 50, 0.01, 0.1, 0.95, 0.01));
        assertThat(standard.digest()).isEqualTo(Sha256.of(GatePolicyYaml.standard()));
    }

    @Test
    void everyRuleIsInTheStandardPolicyUnderItsOwnName() {
        assertThat(GatePolicyYaml.parse(GatePolicyYaml.standard()).rules())
                .extracting(GateRule::name)
                .containsAll(GateRules.BY_NAME.keySet())
                .allSatisfy(name -> assertThat(GateRules.BY_NAME).containsKey(name));
        assertThat(GatePolicyYaml.parse(GatePolicyYaml.standard()).rules())
                .allSatisfy(
                        rule -> assertThat(GateRules.BY_NAME.get(rule.name())).isEqualTo(rule.getClass()));
    }

    @Test
    void theStandardPolicyNamesEveryMeasure() {
        String text = new String(GatePolicyYaml.standard(), UTF_8);

        for (Measure measure : Measure.values()) {
            assertThat(text).contains(measure.label());
        }
        for (GenreMeasure measure : GenreMeasure.values()) {
            assertThat(text).contains(measure.label());
        }
    }

    @Test
    void aChangedCommentIsAnotherPolicyOfTheSameRules() {
        GatePolicy one = parse("version: 1\nrules:\n" + CHANCE);
        GatePolicy other = parse("# mine\nversion: 1\nrules:\n" + CHANCE);

        assertThat(one.rules()).isEqualTo(other.rules());
        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void whatIsNoPolicyIsRefused() {
        refused("", "gate policy is empty; fomo gate policy --standard prints one to start from");
        refused("# nothing yet\n", "gate policy is empty; fomo gate policy --standard prints one to start from");
        refused(
                "version: 1\nrules: [\n",
                "gate policy, line 3: this is not YAML: expected the node content, but found '<stream end>'");
        refused("just words", "gate policy, line 1: a policy has 'version', a whole number, and 'rules', a list");
        refused(
                "version: 1",
                "gate policy, line 1: 'rules' is missing: a policy has 'version', a whole number, and 'rules', a list");
        refused(
                "rules:\n" + CHANCE,
                "gate policy, line 1: 'version' is missing: a policy has 'version', a whole number, and 'rules', a list");
        refused("version: 1\nrules: []\n", "gate policy: a gate without rules decides nothing");
        refused(
                "version: 1\nrules:\n  rule: better-than-chance\n",
                "gate policy, line 3: 'rules' must be a list, each entry beginning with '- rule: NAME'");
        refused("version: one\nrules:\n" + CHANCE, "gate policy, line 1: version must be a whole number, was 'one'");
        refused("version: 1\nversion: 2\nrules:\n" + CHANCE, "gate policy, line 2: 'version' is written twice");
        refused(
                "version: 1\nrulez:\n" + CHANCE,
                "gate policy, line 3: a policy has no 'rulez'; did you mean 'rules'; there are version and rules");
        assertThatThrownBy(() -> GatePolicyYaml.parse("version: ü".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(GatePolicyFormatException.class)
                .hasMessage("gate policy is not UTF-8 text");
    }

    @Test
    void anUnknownRuleIsRefusedWithTheNearest() {
        refusedRule(
                "  - rule: minimum-lifts\n",
                "5: there is no rule 'minimum-lifts'; did you mean 'minimum-lift'; there are better-than-chance,"
                        + " calibration, minimum-lift, minimum-support, no-genre-falls, no-training-overlap,"
                        + " not-worse-than-champion and posters");
        refusedRule(
                "  - measure: mAP\n",
                "5: an entry of 'rules' begins with 'rule: NAME', where NAME is better-than-chance, calibration,"
                        + " minimum-lift, minimum-support, no-genre-falls, no-training-overlap, not-worse-than-champion"
                        + " and posters");
        refusedRule("  - posters\n", "5: a rule is a list entry of 'rule: NAME' and its parameters");
        refusedRule("  - rule:\n", "5: rule must be a word");
    }

    @Test
    void anUnknownMeasureIsRefusedWithTheNearest() {
        refusedRule(
                "  - rule: not-worse-than-champion\n    measure: map\n    tolerance: 0\n",
                "6: there is no measure 'map'; did you mean 'mAP'; there are mAP, macroAuc, macroF1, microF1, sampleF1,"
                        + " macroPrecision, microPrecision, samplePrecision, macroRecall, microRecall, sampleRecall,"
                        + " atLeastOne, top1, top2, subsetAccuracy, hammingLoss and calibrationError");
        refusedRule(
                "  - rule: no-genre-falls\n    measure: specificity\n",
                "6: there is no measure of a genre 'specificity'; there are averagePrecision, auc, precision, recall and"
                        + " f1");
    }

    @Test
    void aParameterThatIsUnknownMissingOrTwiceIsRefused() {
        refusedRule(
                "  - rule: minimum-lift\n    measure: mAP\n    lfit: 0.1\n",
                "7: minimum-lift has no parameter 'lfit'; did you mean 'lift'; there are measure, lift, relative and"
                        + " confidence");
        refusedRule("  - rule: minimum-lift\n    measure: mAP\n", "5: minimum-lift lacks its parameter 'lift'");
        refusedRule("  - rule: calibration\n    limit: 0.1\n    limit: 0.2\n", "7: 'limit' is written twice");
    }

    @Test
    void aParameterOfTheWrongTypeIsRefused() {
        refusedRule("  - rule: calibration\n    limit: low\n", "6: limit must be a number such as 0.05, was 'low'");
        refusedRule("  - rule: calibration\n    limit: '0.1'\n", "6: limit must be a number such as 0.05, was '0.1'");
        refusedRule("  - rule: calibration\n    limit: .nan\n", "6: limit must be a number such as 0.05, was '.nan'");
        refusedRule("  - rule: calibration\n    limit: [0.1]\n", "6: limit must be a number such as 0.05");
        refusedRule("  - rule: calibration\n    limit:\n", "6: limit must be a number such as 0.05, was ''");
        refusedRule("  - rule: no-training-overlap\n    groups: 0.5\n", "6: groups must be a whole number, was '0.5'");
        refusedRule("  - rule: minimum-lift\n    measure: [mAP]\n    lift: 0\n", "6: measure must be a word");
    }

    @Test
    void aParameterOutOfRangeIsRefused() {
        refusedRule("  - rule: calibration\n    limit: -0.1\n", "5: calibration: limit must be from 0 to 1, was -0.1");
        refusedRule(
                "  - rule: better-than-chance\n    confidence: 95\n",
                "5: better-than-chance: confidence must be from 0.5 to below 1, was 95.0");
        refusedRule(
                "  - rule: minimum-support\n    items: 0\n    groups: 1\n    itemsPerGenre: 0\n",
                "5: minimum-support: items must be at least 1, was 0");
    }

    @Test
    void aPolicyThatRestsOnHitRatesAloneIsRefused() {
        refused(
                "version: 1\nrules:\n  - rule: minimum-lift\n    measure: atLeastOne\n    lift: 0.1\n",
                "gate policy: no rule asks for a lift in mAP or macroAuc, and by the other measures an answer that never"
                        + " looks at the image can pass; add better-than-chance, or minimum-lift in mAP or macroAuc");
    }

    @Test
    void textThatWouldGrowWithoutBoundsIsRefused() {
        StringBuilder bomb = new StringBuilder("version: &a0 [1]\nrules:\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("  - &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }

        assertThatThrownBy(() -> parse(bomb.toString())).isInstanceOf(GatePolicyFormatException.class);
        assertThatThrownBy(() -> parse("version: 1\nrules: " + "[".repeat(10_000)))
                .isInstanceOf(GatePolicyFormatException.class);
    }
}
