@NullMarked
package ai.fomo.activities.training;

import org.jspecify.annotations.NullMarked;
