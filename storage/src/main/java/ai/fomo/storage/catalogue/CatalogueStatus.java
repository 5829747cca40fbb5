package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.LabelKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an outside source stands.
 *
 * @param lately covers that were added within the time asked for
 * @param classes of the source's map, in its order
 * @param genres that the source was asked for so far, by name
 * @param artists that the source named, by a search or with an album
 * @param duplicates albums that have the cover of another
 * @param pending albums whose cover is neither there nor refused
 * @param labels by kind
 * @param frequent the labels that most covers have, most frequent first
 * @param refusals by reason, most frequent first
 * @param paces of the source's own API, and of its images
 * @param sync the last one; null before the first
 */
public record CatalogueStatus(
        String source,
        int covers,
        int lately,
        List<ClassStatus> classes,
        List<GenreStatus> genres,
        int artists,
        int albums,
        int duplicates,
        int pending,
        List<LabelKindCount> labels,
        List<FrequentLabel> frequent,
        List<RefusalReason> refusals,
        List<PaceStatus> paces,
        @Nullable LastSync sync) {
    public CatalogueStatus {
        classes = List.copyOf(classes);
        genres = List.copyOf(genres);
        labels = List.copyOf(labels);
        frequent = List.copyOf(frequent);
        refusals = List.copyOf(refusals);
        paces = List.copyOf(paces);
    }

    /**
     * @param have covers that the map gives the class
     * @param lately those of them that were added within the time asked for
     * @param wanted how many the last sync asked for, 0 for all that there are; null where it did not ask for the class
     */
    public record ClassStatus(
            String className,
            int have,
            int lately,
            @Nullable Integer wanted) {}

    /**
     * @param genre as the source spells it
     * @param className what the map makes of it; null where it knows it not
     * @param position where the search goes on, or where its last part began once it is exhausted; null for the beginning
     * @param total entries that the source counted
     * @param artists that the search found
     * @param artistsListed those of them whose albums have all been listed at some time
     * @param albums that the search found, by themselves or by their artists
     */
    public record GenreStatus(
            String genre,
            @Nullable String className,
            @Nullable String position,
            int total,
            boolean exhausted,
            int artists,
            int artistsListed,
            int albums,
            int pending) {}

    /**
     * @param labels distinct ones
     * @param covers that have one of that kind
     */
    public record LabelKindCount(LabelKind kind, int labels, int covers) {}

    /** @param className null where the map does not know the label */
    public record FrequentLabel(
            String label,
            LabelKind kind,
            int covers,
            @Nullable String className) {}

    /**
     * @param reason without the numbers and addresses that differ from image to image, but with the server's status
     * @param example one of the images, as the source names it
     * @param exampleReason why that one was refused, word for word
     */
    public record RefusalReason(String reason, int covers, String example, String exampleReason) {}

    /**
     * @param closedUntil may have passed; null where the source never asked to be left alone
     * @param reason why it is closed
     */
    public record PaceStatus(
            String api,
            @Nullable Instant closedUntil,
            @Nullable String reason,
            int lastMinute,
            int lastHour) {}

    /**
     * @param coversPerGenre 0 for all that there are
     * @param genres as the source was asked for them; null for all of the map
     * @param endedAt null while it runs, and where it never came to an end
     * @param explanation how it ended
     */
    public record LastSync(
            String run,
            int coversPerGenre,
            @Nullable List<String> genres,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String explanation) {
        public LastSync {
            genres = genres == null ? null : List.copyOf(genres);
        }
    }
}
