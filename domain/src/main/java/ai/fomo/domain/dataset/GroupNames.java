package ai.fomo.domain.dataset;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names of groups name nobody: compilations are credited to no artist, and have nothing in common. */
final class GroupNames {
    private static final Pattern NOISE = Pattern.compile("[\\s.\\[\\](){}/_-]+");

    /** As Discogs, MusicBrainz, Spotify and ID3 tags write it, in the languages they write it in; spaces and dots out. */
    private static final Set<String> NOBODY = Set.of(
            "",
            "va",
            "various",
            "variousartist",
            "variousartists",
            "variousinterprets",
            "variousperformers",
            "compilation",
            "artistesdivers",
            "artistesvaries",
            "artistasvarios",
            "artistivari",
            "diverse",
            "diverseinterpreten",
            "variosartistas",
            "variosinterpretes",
            "verschiedeneinterpreten",
            "verschiedenekunstler",
            "unknown",
            "unknownartist",
            "noartist",
            "anonymous");

    private GroupNames() {}

    static boolean isNobody(String group) {
        return NOBODY.contains(
                NOISE.matcher(group.toLowerCase(Locale.ROOT)).replaceAll("").replace('ü', 'u'));
    }
}
