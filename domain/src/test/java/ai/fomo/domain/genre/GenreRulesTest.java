package ai.fomo.domain.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that lead to other rules, and what a map says of them. */
class GenreRulesTest {
    private static final Taxonomy TAXONOMY = new Taxonomy("three", List.of("HipHop", "Soul", "Techno"));

    private static GenreMap map(Map<String, String> rules) {
        return new GenreMap("test", "1", TAXONOMY, rules);
    }

    @Test
    void aRuleMayLeadToAnotherLabelOfTheMapHoweverItIsSpelled() {
        GenreMap map =
                map(Map.of("melodic house", "Melodic-Techno", "melodic techno", "techno", "Boom Bap", "hip hop"));

        assertThat(map.classOf("Melodic House")).contains("Techno");
        assertThat(map.classOf("melodic techno")).contains("Techno");
        assertThat(map.classOf("boombap")).contains("HipHop");
    }

    @Test
    void anExplanationNamesTheRulesAsWrittenInTheirOrder() {
        GenreMap map = map(Map.of("Melodic House", "melodic-techno", "melodic techno", "Techno"));

        assertThat(map.explain("melodic house"))
                .isEqualTo(new Explanation.ByRule(
                        List.of(
                                new GenreRule("Melodic House", "melodic-techno"),
                                new GenreRule("melodic techno", "Techno")),
                        "Techno"));
        assertThat(map.explain("TECHNO")).isEqualTo(new Explanation.OwnName("Techno"));
        assertThat(map.explain("melodc house")).isEqualTo(new Explanation.NoRule(Optional.of("Melodic House")));
        assertThat(map.explain("schlager")).isEqualTo(new Explanation.NoRule(Optional.empty()));
    }

    @Test
    void aRuleToTheClassOfItsOwnNameNeedsThatClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(Map.of("zydeco", "Zydeco")))
                .withMessageContaining("'zydeco' leads to 'Zydeco', which is neither a class of taxonomy");
    }

    @Test
    void aCycleIsRefusedByNameAndWithoutWhatLeadsToIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(Map.of("a tail", "x", "x", "y", "y", "z", "z", "X")))
                .withMessage(
                        "map test: rules lead back to where they began, x -> y -> z -> x; let one of them lead to a"
                                + " class");
    }

    @Test
    void aTargetThatIsNeitherClassNorLabelIsRefusedWithTheNearestOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(Map.of("acid", "Tecno")))
                .withMessageContaining("'acid' leads to 'Tecno'")
                .withMessageContaining("did you mean 'Techno'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(Map.of("deep", "melodic tecno", "melodic techno", "Techno")))
                .withMessageContaining("did you mean 'melodic techno'?");
    }

    @Test
    void rulesOfTheSameLabelThatLeadToDifferentOnesAreRefusedWhateverThoseLeadTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(Map.of("acid", "Techno", "ACID", "deep", "deep", "Techno")))
                .withMessageContaining("leads both to");
    }

    @Test
    void whatIsIgnoredHasNoClassAndNeedsNone() {
        GenreMap map = new GenreMap("test", "1", TAXONOMY, Map.of(), Set.of("Seen Live"));

        assertThat(map.classOf("seen live")).isEmpty();
        assertThat(map.ignores("seen-live")).isTrue();
        assertThat(map.explain("seen live")).isEqualTo(new Explanation.Ignored("Seen Live"));
        assertThat(ClassMapping.of(map).ignores("seen live")).isTrue();
        assertThat(map.digest()).isNotEqualTo(map(Map.of()).digest());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenreMap("test", "1", TAXONOMY, Map.of(), Set.of("techno")))
                .withMessageContaining("'techno'");
    }

    /** Sources and datasets that are stored refer to maps by digest. */
    @Test
    void aMapKeepsItsDigestFromVersionToVersionOfThePlatform() {
        assertThat(map(Map.of("r&b", "Soul", "acid", "Techno")).digest().hex())
                .isEqualTo("3b27ade7acf352ad2328ecda02ab294c5e13b6b81e0f9bb326a7e21b42b410e2");
    }
}
