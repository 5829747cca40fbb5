@NullMarked
package ai.fomo.storage.training;

import org.jspecify.annotations.NullMarked;
