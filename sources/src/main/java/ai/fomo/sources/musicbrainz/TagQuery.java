package ai.fomo.sources.musicbrainz;

/** The search for release groups of a tag, in Lucene's syntax. */
final class TagQuery {
    /** What is spoken has covers, too, but none that looks like a genre of music. */
    private static final String MUSIC = " AND primarytype:(album OR ep OR single)"
            + " AND NOT secondarytype:(audiobook OR \"audio drama\" OR interview OR spokenword)";

    private TagQuery() {}

    static String of(String tag) {
        return "tag:" + phrase(tag) + MUSIC;
    }

    /** Between quotes, only a quote and the backslash that would hide one mean anything but themselves. */
    private static String phrase(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
