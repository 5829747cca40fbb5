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
    void whatIsToBeIgnoredHasNoClassAndIsWrittenBack() {
        GenreMap map = GenreMapYaml.parse("""
                name: mine
                version: "1"
                taxonomy: fomo-16
                rules: {acid: Techno}
                ignore:
                  - Seen Live
                  - 2024
                """);

        assertThat(map.ignores("seen-live")).isTrue();
        assertThat(map.ignores("2024")).isTrue();
        assertThat(map.ignores("acid")).isFalse();
        assertThat(map.classOf("seen live")).isEmpty();
        assertThat(GenreMapYaml.parse(GenreMapYaml.write(map))).isEqualTo(map);
    }

    @Test
    void aLabelThatIsToBeIgnoredAndHasAClassIsNamedWithIt() {
        assertThatThrownBy(() -> GenreMapYaml.parse(
                        "{name: m, version: '1', taxonomy: fomo-16, rules: {acid: Techno}, ignore: [ACID]}"))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessage("map m: 'ACID' is to be ignored and leads to 'Techno'; decide on one of them");
    }

    @Test
    void anEmptyLineOfWhatIsToBeIgnoredIsAFormatError() {
        assertThatThrownBy(() -> GenreMapYaml.parse(
                        "name: m\nversion: '1'\ntaxonomy: fomo-16\nrules: {}\nignore:\n  - live\n  -\n"))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessage("map m ignores a label without a name; remove the line");
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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the genre map is empty; it needs name, version, taxonomy, rules",
                "# nothing | the genre map is empty; it needs name, version, taxonomy, rules",
                "just text | the genre map says no name, version, taxonomy, rules; it needs name, version, taxonomy, rules",
                "{name: m, version: 1, taxonomy: fomo-16} | the genre map says no rules; it needs name, version, taxonomy, rules",
                "{name: m, version: 1, taxonomy: fomo-16, rules: [a]} | genre map, line 1: 'rules' is written as no map has it;"
                        + " rules are lines of 'label: class', classes and ignore are lists",
                "{name: m, version: 1, taxonomy: t, rules: {}, ruels: {}} | genre map, line 1: a map has no 'ruels',"
                        + " only classes, ignore, name, rules, taxonomy, version",
                "[unclosed | genre map, line 1: while parsing a flow sequence, expected ',' or ']', but got <stream end>"
            })
    void whatIsWrongIsSaidInWordsOfTheMap(String yaml, String sentence) {
        assertThatThrownBy(() -> GenreMapYaml.parse(yaml))
                .isInstanceOf(GenreMapFormatException.class)
                .hasMessage(sentence);
    }

    @Test
    void anUnknownMapIsNamedBesideThoseThereAre() {
        assertThatThrownBy(() -> BundledGenreMaps.named("mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'mine'")
                .hasMessageContaining("event-tags, musicbrainz and spotify");
    }
}
