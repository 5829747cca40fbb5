/** Workers: which activities serve which task queue. */
@NullMarked
package ai.fomo.worker.wiring;

import org.jspecify.annotations.NullMarked;
