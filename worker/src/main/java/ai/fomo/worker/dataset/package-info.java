/** Datasets that people bring: from a CSV and a directory into the catalogue. */
@NullMarked
package ai.fomo.worker.dataset;

import org.jspecify.annotations.NullMarked;
