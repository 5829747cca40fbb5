/** The services a command works with: joined, external or its own. */
@NullMarked
package ai.fomo.worker.platform;

import org.jspecify.annotations.NullMarked;
