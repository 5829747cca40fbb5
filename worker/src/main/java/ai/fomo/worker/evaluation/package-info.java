/** The gate's policy as a file, and its decisions made again. */
@NullMarked
package ai.fomo.worker.evaluation;

import org.jspecify.annotations.NullMarked;
