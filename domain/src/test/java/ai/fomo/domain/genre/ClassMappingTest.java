package ai.fomo.domain.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.catalogue.SourceLabel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassMappingTest {
    private static SourceLabel label(String text) {
        return new SourceLabel(text, LabelKind.FILE);
    }

    @Test
    void labelsBecomeClassesInOrderWithoutDuplicates() {
        ClassMapping mapping = ClassMapping.fromLabels(List.of(label("techno"), label("Ska "), label("Ska")));

        assertThat(mapping.classes()).containsExactly("Ska", "techno");
        assertThat(mapping.indexOf(" techno")).contains(1);
        assertThat(mapping.classOf("polka")).isEmpty();
    }

    @Test
    void labelsThatDifferInCaseOrSpacingAreOneClassNamedAsMostWriteIt() {
        ClassMapping mapping =
                ClassMapping.fromLabels(Map.of("rock", 2, "Rock", 7, "ROCK ", 7, "Sci Fi", 1, "sci-fi", 1, "R&B", 1));

        assertThat(mapping.classes()).containsExactly("R&B", "ROCK", "Sci Fi");
        assertThat(mapping.classOf("rock")).contains("ROCK");
        assertThat(mapping.classOf("SCI-FI")).contains("Sci Fi");
    }

    @Test
    void withoutLabelsThereAreNoClasses() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClassMapping.fromLabels(List.of()));
    }

    @Test
    void aMapBringsTheClassesOfItsTaxonomyInItsOrder() {
        Taxonomy taxonomy = new Taxonomy("two", List.of("Techno", "Soul"));
        ClassMapping mapping = ClassMapping.of(new GenreMap("test", "1", taxonomy, Map.of("r&b", "Soul")));

        assertThat(mapping.classes()).containsExactly("Techno", "Soul");
        assertThat(mapping.indexOf("R&B")).contains(1);
        assertThat(mapping.indexOf("polka")).isEmpty();
    }
}
