/** Weights that others publish, brought into the platform's own form. */
@NullMarked
package ai.fomo.learning.weights;

import org.jspecify.annotations.NullMarked;
