/** What there is of a dataset's features, and whether it can be read. */
@NullMarked
package ai.fomo.worker.feature;

import org.jspecify.annotations.NullMarked;
