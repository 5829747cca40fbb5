package ai.fomo.domain.genre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MappingReportTest {
    private static final Taxonomy TAXONOMY = new Taxonomy("three", List.of("Soul", "Techno", "Rock"));

    private static ClassMapping mapping(Map<String, String> rules) {
        return ClassMapping.of(new GenreMap("test", "1", TAXONOMY, rules, Set.of("seen live")));
    }

    @Test
    void coversAreCountedOncePerClassAndLabelsByTheirCovers() {
        MappingReport report = MappingReport.of(
                mapping(Map.of("acid", "techno")),
                Map.of(
                        List.of("acid", "techno", "polka"), 3,
                        List.of("soul", "acid"), 2,
                        List.of("polka", "seen live"), 4,
                        List.of("mazurka"), 7,
                        List.of(), 1));

        assertThat(report.covers()).containsExactly(Map.entry("Soul", 2), Map.entry("Techno", 5), Map.entry("Rock", 0));
        assertThat(report.withClass()).isEqualTo(5);
        assertThat(report.withoutClass()).isEqualTo(12);
        assertThat(report.unmapped()).containsExactly(Map.entry("mazurka", 7), Map.entry("polka", 7));
        assertThat(report.ignored()).containsExactly(Map.entry("seen live", 4));
    }

    @Test
    void changesBetweenMapsNameThoseLabelsOnlyWhoseClassChanges() {
        assertThat(LabelChange.between(
                        mapping(Map.of("acid", "Techno", "house", "Soul")),
                        mapping(Map.of("house", "Techno", "beat", "Rock")),
                        Map.of("acid", 1, "house", 5, "beat", 2, "soul", 9)))
                .containsExactly(
                        new LabelChange("house", 5, Optional.of("Soul"), Optional.of("Techno")),
                        new LabelChange("beat", 2, Optional.empty(), Optional.of("Rock")),
                        new LabelChange("acid", 1, Optional.of("Techno"), Optional.empty()));
    }
}
