@NullMarked
package ai.fomo.worker.lineage;

import org.jspecify.annotations.NullMarked;
