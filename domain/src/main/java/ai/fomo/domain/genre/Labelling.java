package ai.fomo.domain.genre;

import ai.fomo.domain.Sha256;

/** How the labels of a source become the classes of a dataset. */
public sealed interface Labelling {
    /** Through a versioned map into its taxonomy; labels without a rule are counted and listed. */
    record Mapped(Sha256 map) implements Labelling {}

    /** Every label that occurs is a class of its own, in alphabetical order. */
    record FromLabels() implements Labelling {}
}
