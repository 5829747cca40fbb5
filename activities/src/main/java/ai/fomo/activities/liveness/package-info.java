/** How Temporal learns soon that a worker is gone. */
@NullMarked
package ai.fomo.activities.liveness;

import org.jspecify.annotations.NullMarked;
