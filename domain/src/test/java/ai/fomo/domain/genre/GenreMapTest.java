package ai.fomo.domain.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenreMapTest {
    private static final Taxonomy TAXONOMY = new Taxonomy("four", List.of("HipHop", "Reggaeton", "Soul", "Techno"));

    private static GenreMap map(Map<String, String> rules) {
        return new GenreMap("test", "1", TAXONOMY, rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hip hop", "Hip-Hop", "HipHop", " HIP  HOP ", "hip_hop", "hip‐hop"})
    void spellingsOfAClassAreThatClassWithoutAnyRule(String label) {
        assertThat(map(Map.of()).classOf(label)).contains("HipHop");
    }

    @Test
    void rulesAreFoundWithoutRegardToCaseSpacesAndAccents() {
        GenreMap map = map(Map.of("deep house", "Techno", "r&b", "Soul"));

        assertThat(map.classOf("Deep-House")).contains("Techno");
        assertThat(map.classOf("R & B")).contains("Soul");
        assertThat(map.classOf("reggaetón")).contains("Reggaeton");
    }

    @Test
    void aLabelWithoutARuleHasNoClass() {
        assertThat(map(Map.of("r&b", "Soul")).classOf("rb")).isEmpty();
        assertThat(map(Map.of("r&b", "Soul")).classOf("!!!")).isEmpty();
        assertThat(map(Map.of("r&b", "Soul")).classOf("")).isEmpty();
    }

    @Test
    void labelsOfOnlySignsAreToldApart() {
        GenreMap map = map(Map.of("!!!", "Soul", "???", "Techno"));

        assertThat(map.classOf("!!!")).contains("Soul");
        assertThat(map.classOf("???")).contains("Techno");
    }

    @Test
    void rulesThatDisagreeOnTheSameLabelAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(Map.of("deep house", "Techno", "Deep-House", "Soul")))
                .withMessageContaining("'Techno'")
                .withMessageContaining("'Soul'");
    }

    @Test
    void rulesThatAgreeOnTheSameLabelAreFine() {
        assertThat(map(Map.of("deep house", "Techno", "Deep-House", "Techno")).classOf("deephouse"))
                .contains("Techno");
    }

    @Test
    void aClassesOwnNameCannotLeadElsewhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> map(Map.of("techno", "Soul")));
    }

    @Test
    void aRuleToAnUnknownClassIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(Map.of("polka", "Folk")))
                .withMessage(
                        "map test: 'polka' leads to 'Folk', which is neither a class of taxonomy four nor a label of the"
                                + " map; its classes are HipHop, Reggaeton, Soul, Techno");
    }

    @Test
    void theNearestSpellingIsSuggestedAndNothingFarFetched() {
        GenreMap map = map(Map.of("trip hop", "Soul", "tecno house", "Techno"));

        assertThat(map.nearest("Tecno")).contains("Techno");
        assertThat(map.nearest("Tehcno")).contains("Techno");
        assertThat(map.nearest("tripp hop")).contains("trip hop");
        assertThat(map.nearest("schlager")).isEmpty();
    }

    @Test
    void theDigestKnowsEveryPartAndNotTheOrderOfRules() {
        GenreMap map = map(Map.of("a", "Soul", "b", "Techno"));

        assertThat(map.digest())
                .isEqualTo(map(Map.of("b", "Techno", "a", "Soul")).digest());
        assertThat(map).isEqualTo(map(Map.of("b", "Techno", "a", "Soul"))).hasSameHashCodeAs(map(map.rules()));
        assertThat(List.of(
                        map(Map.of("a", "Soul")).digest(),
                        map(Map.of("a", "Techno", "b", "Techno")).digest(),
                        new GenreMap("test", "2", TAXONOMY, map.rules()).digest(),
                        new GenreMap("other", "1", TAXONOMY, map.rules()).digest(),
                        new GenreMap("test", "1", new Taxonomy("four", List.of("Techno", "Soul")), map.rules())
                                .digest()))
                .doesNotHaveDuplicates()
                .doesNotContain(map.digest());
    }

    @Test
    void aTaxonomyHasDistinctClasses() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Taxonomy("none", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Taxonomy("twice", List.of("Soul", "Soul")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenreMap(
                        "test", "1", new Taxonomy("spelled twice", List.of("Hip Hop", "HipHop")), Map.of()));
    }
}
