/** Weights that others publish: fetched, checked, brought into the platform's form and kept. */
@NullMarked
package ai.fomo.worker.weights;

import org.jspecify.annotations.NullMarked;
