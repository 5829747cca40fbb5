@NullMarked
package ai.fomo.activities.evaluation;

import org.jspecify.annotations.NullMarked;
