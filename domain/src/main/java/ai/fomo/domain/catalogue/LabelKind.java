package ai.fomo.domain.catalogue;

/** How a source came to put a label on a cover; the strength of the label follows from it. */
public enum LabelKind {
    /** The label column of an imported file. */
    FILE,
    /** A genre of the album's artist. */
    ARTIST,
    /** The genre that was searched for: a weak label, used where neither the artist nor the album has one. */
    QUERY,
    /** What people called the album itself, each with the number of them. */
    TAG
}
