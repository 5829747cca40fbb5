@NullMarked
package ai.fomo.storage.evaluation;

import org.jspecify.annotations.NullMarked;
