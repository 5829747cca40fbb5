/** Runs that ended before they were done, and go on. */
@NullMarked
package ai.fomo.worker.resume;

import org.jspecify.annotations.NullMarked;
