package ai.fomo.storage.genre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.Taxonomy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GenreMapYamlTest {
    @Test
    void aMapIsReadWithItsRulesAndTheTaxonomyItNames() {
        GenreMap map = GenreMapYaml.parse("""
                name: mine
                version: "3"
                taxonomy: fomo-16
                rules:
                  "drum'n'bass": Electronic
                  90s: Pop
                """);

        assertThat(map.name()).isEqualTo("mine");
        assertThat(map.version()).isEqualTo("3");
        assertThat(map.taxonomy().classes()).hasSize(16);
        assertThat(map.classOf("Drum'n'Bass")).contains("Electronic");
        assertThat(map.classOf("90s")).contains("Pop");
    }

    @Test
    void aClassThatTheTaxonomyLacksIsNamed() {
        assertThatThrownBy(() -> GenreMapYaml.parse("{name: m, version: '1', taxonomy: fomo-16, rules: {x: Tecno}}"))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessageContaining("'Tecno'");
    }

    @Test
    void anUnknownTaxonomyIsNamedBesideTheOneThereIs() {
        assertThatThrownBy(() -> GenreMapYaml.parse("{name: m, version: '1', taxonomy: other, rules: {}}"))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessageContaining("'other'")
                .hasMessageContaining("'fomo-16'");
    }

    @Test
    void whoListsClassesHasATaxonomyOfTheirOwnInThatOrder() {
        GenreMap map = GenreMapYaml.parse(
                "{name: m, version: '1', taxonomy: mine, classes: [Techno, Acid], rules: {303: Acid}}");

        assertThat(map.taxonomy()).isEqualTo(new Taxonomy("mine", List.of("Techno", "Acid")));
        assertThat(map.classOf("303")).contains("Acid");
    }

    @Test
    void aMapIsReadAsItWasWritten() {
        GenreMap bundled = BundledGenreMaps.named("spotify");
        GenreMap own = new GenreMap(
                "posters: \"2026\"",
                "1",
                new Taxonomy("mine", List.of("R&B", "no", "#1", "1990", "two words: one")),
                Map.of("yes", "no", "a\nb", "1990"));

        assertThat(GenreMapYaml.parse(GenreMapYaml.write(bundled))).isEqualTo(bundled);
        assertThat(GenreMapYaml.parse(GenreMapYaml.write(own))).isEqualTo(own);
    }

    @Test
    void aLabelThatIsWrittenTwiceIsAnErrorWithItsLine() {
        assertThatThrownBy(() -> GenreMapYaml.parse("""
                        name: m
                        version: "1"
                        taxonomy: fomo-16
                        rules:
                          x: Pop
                          x: Rock
                        """))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessageContaining("line 6");
    }

    @Test
    void aLabelIsIgnoredOrHasAClassNotBoth() {
        assertThatThrownBy(() -> GenreMapYaml.parse(
                        "{name: m, version: '1', taxonomy: fomo-16, rules: {seen live: Pop}, ignore: [Seen-Live]}"))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessage("map m: 'Seen-Live' is to be ignored and leads to 'Pop'; decide on one of them");
        assertThatThrownBy(() ->
                        GenreMapYaml.parse("{name: m, version: '1', taxonomy: fomo-16, rules: {}, ignore: [hip hop]}"))
                .hasMessage("map m: 'hip hop' is to be ignored and leads to 'HipHop'; decide on one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"['']", "[' ']", "[~]", "[seen live, ~]"})
    void anIgnoredLabelHasAName(String ignore) {
        assertThatThrownBy(() -> GenreMapYaml.parse(
                        "{name: m, version: '1', taxonomy: fomo-16, rules: {}, ignore: " + ignore + "}"))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessage("map m ignores a label without a name; remove the line");
    }

    @Test
    void whatIsNoListCannotBeIgnored() {
        assertThatThrownBy(() ->
                        GenreMapYaml.parse("{name: m, version: '1', taxonomy: fomo-16, rules: {}, ignore: seen live}"))
                .isInstanceOf(GenreMapFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "name: m\nversion: '1'\ntaxonomy: fomo-16",
                "name: m\nversion: '1'\ntaxonomy: fomo-16\nclasses: [Pop]\nrules: {}",
                "name: m\nversion: '1'\ntaxonomy: mine\nclasses: []\nrules: {}",
                "name: m\nversion: '1'\ntaxonomy: mine\nclasses: [Pop, Pop]\nrules: {}",
                "name: m\nversion:\ntaxonomy: fomo-16\nrules: {}",
                "name: m\nversion: '1'\ntaxonomy: fomo-16\nrules:\n  x:\n",
                "name: m\nversion: '1'\ntaxonomy: fomo-16\nrules: {}\nruels: {}",
                "[unclosed"
            })
    void whatIsNoMapIsAFormatError(String yaml) {
        assertThatThrownBy(() -> GenreMapYaml.parse(yaml)).isInstanceOf(GenreMapFormatException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                                | the genre map is empty; it has name, version
            `# only a comment`                                                | the genre map is empty; it has name, version
            just text                                                         | this is none; it has name, version
            [a, b]                                                            | this is none; it has name, version
            {name: m, version: '1', taxonomy: fomo-16, rules: {}, ruels: {}}  | 'ruels' is no part of one; it has name
            {name: m, version: '1', taxonomy: fomo-16, rules: [a]}            | 'rules' is missing, or not of its form
            {name: m, version: '1', taxonomy: fomo-16}                        | rules (label: class)
            """)
    void whatIsNoMapIsToldWhatAMapHas(String yaml, String sentence) {
        assertThatThrownBy(() -> GenreMapYaml.parse(yaml))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("ai.fomo");
    }

    @Test
    void anUnknownMapIsNamedBesideThoseThereAre() {
        assertThatThrownBy(() -> BundledGenreMaps.named("mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'mine'")
                .hasMessageContaining("event-tags, musicbrainz and spotify");
    }
}
