package ai.fomo.worker.demo.render;

/** Where the lettering of a cover goes. */
enum Layout {
    /** The artist across the top, the title small below it. */
    TOP,
    /** The same at the foot. */
    FOOT,
    CENTRE,
    /** The artist's words as large as the width allows, one under the other. */
    STACKED,
    /** Along the left edge, turned by a quarter. */
    EDGE,
    /** Small, in a corner. */
    CORNER,
    /** On a band of its own. */
    BANNER,
    /** At a slant across the middle. */
    SLANTED
}
