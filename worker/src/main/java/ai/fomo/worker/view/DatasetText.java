package ai.fomo.worker.view;

import java.time.Instant;
import java.util.Locale;

/** Words for what is counted in a dataset. */
public final class DatasetText {
    private DatasetText() {}

    /** To the second, in UTC. */
    public static String moment(Instant instant) {
        return Moments.text(instant);
    }

    /** {@code 12.3 : 1}. */
    public static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.1f : 1", ratio);
    }

    /** Digests are abbreviated, names of groups are not. */
    public static String subject(String subject) {
        return subject.matches("[0-9a-f]{64}") ? subject.substring(0, 12) : subject;
    }

    /** What a kind of leak is, for a reader who has not met it before; an unknown kind is its own name. */
    public static String leak(String kind) {
        return switch (kind) {
            case "copy" -> "the same image under several names";
            case "near-copy" -> "the same picture in other bytes: scaled, recompressed, mirrored";
            case "group" -> "images of one group";
            case "seen-before" -> "test or validation images that an earlier dataset trained on";
            default -> kind;
        };
    }

    /** Likewise why images were left out. */
    public static String reason(String reason) {
        return switch (reason) {
            case "no-class" -> "no label leads to a class";
            case "contradictory-labels" -> "its copies have no genre in common";
            case "copy" -> "another image of the dataset shows the same picture";
            case "plain-in-groups" -> "a plain image in several groups";
            case "bridges-splits" -> "it belongs to groups of several splits";
            case "given-splits" -> "the source gives it several splits";
            case "rare-classes" -> "all its genres have too few images";
            default -> reason;
        };
    }
}
