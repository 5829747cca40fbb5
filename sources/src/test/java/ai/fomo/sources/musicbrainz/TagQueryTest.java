package ai.fomo.sources.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

class TagQueryTest {
    @Example
    void aTagIsSearchedAsAPhraseAmongMusic() {
        assertThat(TagQuery.of("hip hop"))
                .isEqualTo("tag:\"hip hop\" AND primarytype:(album OR ep OR single)"
                        + " AND NOT secondarytype:(audiobook OR \"audio drama\" OR interview OR spokenword)");
    }

    @Property
    void noTagLeavesItsQuotesAndNoneIsChanged(
            @ForAll @Chars({'"', '\\', ':', '(', ')', '*', '~', '&', '|', '-'}) @CharRange(from = 'a', to = 'c')
                    String tag) {
        String query = TagQuery.of(tag);

        assertThat(query).startsWith("tag:\"");
        assertThat(phraseAt(query, 5)).isEqualTo(tag);
    }

    /** Reads a phrase as Lucene does, up to the quote that ends it, behind which the rest of the query must stand. */
    private static String phraseAt(String query, int begin) {
        StringBuilder text = new StringBuilder();
        for (int i = begin; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '"') {
                assertThat(query.substring(i + 1)).startsWith(" AND primarytype:(");
                return text.toString();
            }
            if (c == '\\') {
                i++;
            }
            text.append(query.charAt(i));
        }
        throw new AssertionError("the phrase does not end: " + query);
    }
}
