@NullMarked
package ai.fomo.activities.failure;

import org.jspecify.annotations.NullMarked;
