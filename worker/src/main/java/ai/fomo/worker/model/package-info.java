/** Models as files on a person's disk. */
@NullMarked
package ai.fomo.worker.model;

import org.jspecify.annotations.NullMarked;
